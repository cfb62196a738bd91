package dev.hark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts of an installation that is built. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "hark.cmd starts Hark there")
class LauncherTest {
  @TempDir static Path shared;
  private static Installation hark;

  @BeforeAll
  static void build() throws IOException {
    hark = new Installation(shared).built(shared);
  }

  @Test
  @Requirement("LCH-7")
  void argumentsAndExitCodePassThrough() throws Exception {
    Run run = hark.run("exit", "3", "two words", "", "*", "$HOME", "a\"b'c");
    assertEquals(3, run.code());
    assertEquals(
        List.of("[exit]", "[3]", "[two words]", "[]", "[*]", "[$HOME]", "[a\"b'c]"), run.out());
  }

  @Test
  @Requirement("LCH-4")
  void aLaterStartIsSilentAndDoesNotTouchMaven() throws Exception {
    hark.run();
    Run later = hark.run("hello");
    assertEquals(new Run(0, List.of("[hello]"), List.of()), later);
    assertEquals(List.of(), hark.mavenCalls());
  }

  @Test
  @Requirement("LCH-6")
  void itStartsThroughLinksFromAnyFolder(@TempDir Path elsewhere) throws Exception {
    Path link = Files.createSymbolicLink(elsewhere.resolve("first"), hark.launcher());
    Path second = Files.createSymbolicLink(elsewhere.resolve("second"), link.getFileName());
    ProcessBuilder builder = hark.command("home");
    builder.command(second.toString(), "home").directory(elsewhere.toFile());
    assertEquals(hark.root.toRealPath().toString(), hark.run(builder).out().get(1));

    builder = hark.command("home");
    builder.command("./hark", "home").directory(hark.root.toFile());
    assertEquals(hark.root.toRealPath().toString(), hark.run(builder).out().get(1));

    builder = hark.command("home");
    builder.command("sh", "hark", "home").directory(hark.root.toFile());
    assertEquals(hark.root.toRealPath().toString(), hark.run(builder).out().get(1));
  }

  @Test
  @Requirement("LCH-6")
  void itStartsWithoutAHomeAndWithAnEmptyOne(@TempDir Path folder) throws Exception {
    Installation homeless = new Installation(folder).built(shared);
    ProcessBuilder builder = homeless.command("hello");
    builder.environment().remove("HOME");
    assertEquals(List.of("[hello]"), homeless.run(builder).out());
    builder.environment().put("HOME", "");
    assertEquals(List.of("[hello]"), homeless.run(builder).out());
  }

  @Test
  @Requirement("LCH-9")
  void whatItKeepsIsForItsUserOnly(@TempDir Path xdg) throws Exception {
    ProcessBuilder builder = hark.command("hello");
    builder.environment().put("XDG_CACHE_HOME", xdg.toString());
    assertEquals(0, hark.run(builder).code());
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(xdg.resolve("hark"))));
  }

  @Test
  @Requirement("LCH-7")
  void stoppingItStopsHarkItself() throws Exception {
    Path folder = Files.createTempDirectory(shared, "wait");
    hark.run();
    Process process = Run.start(hark.command("wait"), folder);
    try {
      ReadyFile.await(folder.resolve("out"), "ready");
      assertTrue(process.info().command().orElseThrow().endsWith("java"), "nothing stands between");
      process.destroy();
      Run run = Run.await(process, folder);
      assertEquals(new Run(143, List.of("ready", "stopped"), List.of()), run);
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  @Requirement("LCH-8")
  void theStartCacheIsMadeOnceAndMadeAnewForANewJar(@TempDir Path folder) throws Exception {
    Installation fresh = new Installation(folder).built(shared).training();
    assertEquals(List.of("Hark learns to start quickly; this happens once."), fresh.run().err());
    List<Path> first = fresh.startCaches();
    assertEquals(1, first.size());
    assertTrue(Files.size(first.getFirst()) > 1_000_000, "a cache was made");
    assertEquals(List.of(), fresh.run().err());

    Installation.age(fresh.jar());
    assertEquals(1, fresh.run().err().size());
    assertEquals(1, fresh.startCaches().size());
    assertEquals(List.of(), fresh.run().err());
  }

  @Test
  @Requirement("LCH-8")
  void aFailedTrainingStopsNobody(@TempDir Path folder) throws Exception {
    Installation fresh = new Installation(folder).built(shared).training();
    ProcessBuilder builder = fresh.command("hello");
    builder.environment().put("JDK_JAVA_OPTIONS", "-Dtiny.untrainable=true");
    assertEquals(List.of("[hello]"), fresh.run(builder).out());
    assertEquals(new Run(0, List.of("[hello]"), List.of()), fresh.run("hello"));
  }

  @Test
  @Requirement("LCH-8")
  void aSpoiltStartCacheStopsNobody(@TempDir Path folder) throws Exception {
    Installation fresh = new Installation(folder).built(shared).training();
    fresh.run("hello");
    Path cache = fresh.startCaches().getFirst();
    var made = Files.getLastModifiedTime(cache);
    Files.writeString(cache, "nonsense");
    Files.setLastModifiedTime(cache, made);
    assertEquals(new Run(0, List.of("[hello]"), List.of()), fresh.run("hello"));
  }
}
