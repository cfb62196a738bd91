package dev.hark.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("PRF-1")
class BenchmarkTest {
  @Test
  void theLastLineNamesFigureUnitAndGoal() {
    assertEquals("start: 4.9 x (goal 8)", Benchmark.lastLine(new StartBenchmark(), 4.9123));
    assertEquals("start: 5 x (goal 8)", Benchmark.lastLine(new StartBenchmark(), 4.98));
    assertEquals(
        "first-word: 1.23 s (goal 1.5)", Benchmark.lastLine(new FirstWordBenchmark(), 1.23));
    assertEquals(
        "hub: 0.87 of what is allowed (goal 1)", Benchmark.lastLine(new HubBenchmark(), 0.871));
    assertEquals(
        "speech: 0.79 of its goals (goal 1)", Benchmark.lastLine(new SpeechBenchmark(20), 0.79));
  }

  @Test
  void theMedianIsTheOneInTheMiddle() {
    assertEquals(2, new Samples(new double[] {9, 1, 2}).median());
    assertEquals(2.5, new Samples(new double[] {9, 1, 2, 3}).median());
    assertEquals(1, new Samples(new double[] {9, 1, 2}).least());
    assertEquals(9, new Samples(new double[] {9, 1, 2}).most());
    assertEquals(2, new Samples(new double[] {9, 1, 2, 0}).percentile(75));
    assertEquals(9, new Samples(new double[] {9, 1, 2}).percentile(95));
  }

  @Test
  void aProgramIsTimedAndOneThatFailsIsNoFigure(@TempDir Path folder) throws Exception {
    Stage stage = Stage.in(folder, folder.resolve("cache"));
    assertTrue(stage.time(List.of(Stage.java(), "-version")) > 1);
    assertThrows(Fault.Storage.class, () -> stage.time(List.of(Stage.java(), "-no-such-option")));
    assertThrows(
        Fault.Storage.class,
        () -> stage.time(List.of(Files.createFile(folder.resolve("empty")).toString())));
  }

  @Test
  void programsOfABenchmarkTouchNoFilesOfTheUser(@TempDir Path folder) {
    Stage stage = Stage.in(folder, folder.resolve("cache"));
    var variables = stage.program(List.of("true")).environment();
    assertEquals(folder.resolve("data").toString(), variables.get("XDG_DATA_HOME"));
    assertEquals(folder.resolve("config").toString(), variables.get("XDG_CONFIG_HOME"));
  }
}
