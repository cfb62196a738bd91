package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.hub.Connection;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching the demonstration market from the command line. */
final class WatchCommandTest {
  @TempDir static Path hubHome;
  @TempDir Path home;
  private static Connection hub;

  @BeforeAll
  static void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
  }

  @AfterAll
  static void stopHub() {
    hub.close();
  }

  private HarkRun.Outcome watch(HarkRun run, String... words) {
    return run.run(
        Stream.concat(Stream.of("watch", "--hub", hub.address()), Arrays.stream(words))
            .toArray(String[]::new));
  }

  @Test
  @Requirement({"WAT-1", "WAT-9"})
  void matchesAreLinesAndStatesAreProgress() {
    HarkRun.Outcome heard = watch(new HarkRun(home), "--count", "1", "--filter", "by-ear");
    assertEquals(0, heard.code(), heard.err());
    assertTrue(heard.err().startsWith("Watching for by ear; "), heard.err());
    assertTrue(heard.lines().getFirst().endsWith("Fits by ear."), heard.out());
    assertTrue(heard.lines().size() <= 11, heard.out());
  }

  @Test
  @Requirement("FLT-20")
  void whatIsBlockedIsNeverToldAndWhatIsIncludedIs() {
    HarkRun run = new HarkRun(home);
    String id =
        json(run.run("tasks", "--hub", hub.address(), "--json").out()).at("/offers/0/id").asText();
    run.run("include", "add", "group", id);
    HarkRun.Outcome included = watch(run, "--count", "1", "--where", "pay.low > 9000.0", "--json");
    assertEquals(List.of(id), matches(included), included.out());

    HarkRun other = new HarkRun(home.resolve("other"));
    JsonNode tasks = json(other.run("tasks", "--hub", hub.address(), "--json").out());
    String blocked = tasks.at("/offers/0/id").asText();
    other.run("block", "add", "group", blocked);
    List<String> told = matches(watch(other, "--count", "1", "--where", "true", "--json"));
    assertFalse(told.isEmpty());
    assertFalse(told.contains(blocked), told.toString());
  }

  private static List<String> matches(HarkRun.Outcome heard) {
    return heard.lines().stream()
        .map(WatchCommandTest::json)
        .filter(one -> one.get("event").asText().equals("match"))
        .map(one -> one.at("/offer/id").asText())
        .toList();
  }

  @Test
  @Requirement("WAT-1")
  void aConditionOnTheLineIsFollowed() {
    HarkRun.Outcome heard =
        watch(new HarkRun(home), "--count", "1", "--where", "task.available >= 1");
    assertEquals(0, heard.code(), heard.err());
    assertTrue(
        heard.err().startsWith("Watching for a number of tasks left of at least 1; "), heard.err());
    HarkRun.Outcome wrong = watch(new HarkRun(home), "--where", "task.available >=");
    assertEquals(2, wrong.code());
    assertEquals(1, wrong.err().lines().count(), wrong.err());
  }

  @Test
  @Requirement("WAT-9")
  void programsGetAnObjectALineAndQStops() throws IOException {
    HarkRun.Outcome first =
        watch(new HarkRun(home), "--count", "1", "--filter", "by-ear", "--json");
    List<JsonNode> objects = first.lines().stream().map(WatchCommandTest::json).toList();
    assertEquals("watching", objects.getFirst().get("event").asText());
    JsonNode match = objects.get(1);
    assertEquals("match", match.get("event").asText());
    assertEquals("by-ear", match.at("/filters/0").asText());
    assertTrue(match.at("/offer/id").isTextual(), first.out());
    HarkRun.Outcome stopped = watch(new HarkRun(home).typing("q"), "--filter", "by-ear");
    assertEquals(0, stopped.code(), stopped.err());
  }

  private static JsonNode json(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  @Requirement("WAT-8")
  void aSoundComesBeforeTheWordsAndCanBeSwitchedOff() throws IOException {
    Path sound = home.resolve("sound");
    HarkRun.Outcome heard =
        watch(new HarkRun(home), "--count", "1", "--speak", "--sound-to", sound.toString());
    assertEquals(0, heard.code(), heard.err());
    List<String> files = files(sound);
    assertTrue(files.stream().anyMatch(name -> name.contains("task")), files::toString);
    assertTrue(files.stream().anyMatch(name -> name.contains("speech")), files::toString);
    Path other = home.resolve("other");
    Path silent = home.resolve("silent");
    HarkRun.Outcome quiet =
        watch(
            new HarkRun(other),
            "--count",
            "1",
            "--speak",
            "--silent",
            "--sound-to",
            silent.toString());
    assertEquals(0, quiet.code(), quiet.err());
    assertTrue(files(silent).stream().noneMatch(name -> name.contains("task")));
    assertEquals(0, new HarkRun(other).run("settings", "set", "sound", "no").code());
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @Requirement("WAT-3")
  void hoursAndZonesThatAreNoneAreSaid() {
    HarkRun.Outcome hours = watch(new HarkRun(home), "--quiet", "25:00-07:00");
    assertEquals(3, hours.code());
    assertTrue(hours.err().startsWith("25:00-07:00 are no hours."), hours.err());
    assertEquals(0, new HarkRun(home).run("settings", "set", "zone", "Mars/Olympus").code());
    HarkRun.Outcome zone = watch(new HarkRun(home), "--count", "1");
    assertTrue(zone.err().startsWith("Mars/Olympus is no time zone."), zone.err());
  }
}
