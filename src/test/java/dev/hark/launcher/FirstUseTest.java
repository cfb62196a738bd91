package dev.hark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Hark builds itself on first use, and where a source has changed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "hark.cmd starts Hark there")
class FirstUseTest {
  @TempDir Path folder;
  private Installation hark;
  private String build;

  @BeforeEach
  void prepare() throws Exception {
    hark = new Installation(folder);
    build =
        "mkdir -p '%1$s' && cp '%2$s' '%1$s/hark.jar'"
            .formatted(hark.jar().getParent(), Installation.program(folder));
  }

  @Test
  @Requirement("LCH-2")
  void theFirstStartBuildsAndSaysWhatItDoes() throws Exception {
    hark.maven("echo Downloading from central: a; sleep 6; echo Compiling; " + build);
    Run run = hark.run("hello");
    assertEquals(0, run.code());
    assertEquals(List.of("[hello]"), run.out());
    assertEquals(
        List.of("Hark builds itself; this happens once.", "Fetching libraries, 5 seconds so far."),
        run.err());
    assertEquals(1, hark.mavenCalls().size());
    assertEquals(List.of(), hark.run("hello").err());
    assertEquals(1, hark.mavenCalls().size());
  }

  @Test
  @Requirement("LCH-2")
  void theBuildIsToldInDutchAndUsesTheGivenRepository() throws Exception {
    hark.maven(build);
    ProcessBuilder builder = hark.command("hello");
    builder.environment().put("HARK_LANG", "nl");
    builder.environment().put("HARK_MAVEN_REPO", folder.resolve("a repo").toString());
    assertEquals("Hark bouwt zichzelf; dat gebeurt eenmaal.", hark.run(builder).err().getFirst());
    assertTrue(
        hark.mavenCalls().getFirst().contains("-Dmaven.repo.local=" + folder.resolve("a repo")));
  }

  @Test
  @Requirement("LCH-3")
  void aFailedBuildIsOneSentenceThatNamesTheLog() throws Exception {
    hark.maven("echo the reason; exit 1");
    Run run = hark.run("hello");
    assertEquals(69, run.code());
    assertEquals(List.of(), run.out());
    Path log = hark.cache().resolve("build.log");
    assertEquals(
        "Hark could not be built; why stands in "
            + log
            + ". Without a network the first build cannot fetch its libraries.",
        run.err().getLast());
    assertEquals(List.of("the reason"), Files.readAllLines(log));
    assertFalse(Files.exists(hark.root.resolve("target/building")), "the lock is gone");
  }

  @Test
  @Requirement("LCH-4")
  void aNewerSourceBuildsAgainAndAnOlderOneDoesNot() throws Exception {
    hark.built(folder).maven(build);
    hark.run();
    Path source = Files.writeString(hark.root.resolve("src/main/Some.java"), "// new");
    Installation.age(hark.root.resolve("src/main"));
    Installation.age(source);
    hark.run();
    assertEquals(0, hark.mavenCalls().size());
    Installation.age(hark.jar());
    Files.writeString(source, "// newer");
    assertEquals(
        "Hark builds itself again: a source is newer.", hark.run("hello").err().getFirst());
    hark.run();
    assertEquals(1, hark.mavenCalls().size());
  }

  @Test
  @Requirement("LCH-5")
  void twoFirstStartsBuildOnce() throws Exception {
    hark.maven("sleep 2; " + build);
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    Process first = Run.start(hark.command("one"), one);
    Process second = Run.start(hark.command("two"), two);
    assertEquals(List.of("[one]"), Run.await(first, one).out());
    assertEquals(List.of("[two]"), Run.await(second, two).out());
    assertEquals(1, hark.mavenCalls().size());
  }

  @Test
  @Requirement("LCH-5")
  void theLockOfAStartThatDiedHoldsNobodyUp() throws Exception {
    hark.maven(build);
    Files.createDirectories(hark.jar().getParent());
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(
        hark.root.resolve("target/building"), Path.of(Long.toString(dead.pid())));
    assertEquals(List.of("[hello]"), hark.run("hello").out());
  }

  @Test
  @Requirement("LCH-3")
  void withoutMavenOnePlainSentenceSaysSo() throws Exception {
    ProcessBuilder builder = hark.command("hello");
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String tool : List.of("mkdir", "ln", "rm", "find", "readlink")) {
      Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
    }
    builder.environment().put("PATH", bin.toString());
    builder.command("/bin/sh", hark.launcher().toString(), "hello");
    Run run = hark.run(builder);
    assertEquals(69, run.code());
    assertEquals(
        "Hark builds itself with Maven, and there is none: install Maven 3.8.1 or newer, then"
            + " start Hark again.",
        run.err().getLast());
  }
}
