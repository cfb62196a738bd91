package dev.hark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the launcher looks for a JDK, and what it says where there is none. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "hark.cmd starts Hark there")
class FindingJavaTest {
  @TempDir static Path shared;
  private static Installation hark;

  /** Asks for a version that no machine has, so that only the JDKs of a test are found. */
  @BeforeAll
  static void build() throws IOException {
    hark = new Installation(shared).built(shared).needing(99);
  }

  @Test
  @Requirement("LCH-1")
  void withoutAJdkOnePlainSentenceSaysSo() throws Exception {
    Run run = hark.run("hello");
    assertEquals(69, run.code());
    assertEquals(
        "Hark needs a Java development kit (JDK), version 99 or newer, and found none: install"
            + " one, for example Temurin 99, or let HARK_JAVA_HOME name its folder.",
        String.join("|", run.err()));
  }

  @Test
  @Requirement("LCH-1")
  void andSaysItInDutch() throws Exception {
    ProcessBuilder builder = hark.command("hello");
    builder.environment().put("LANG", "nl_NL.UTF-8");
    Run run = hark.run(builder);
    assertEquals(69, run.code());
    assertEquals(
        "Hark heeft een Java-ontwikkelpakket (JDK) nodig, versie 99 of nieuwer, en vond er geen:"
            + " installeer er een, bijvoorbeeld Temurin 99, of laat HARK_JAVA_HOME de map noemen.",
        String.join("|", run.err()));
  }

  @Test
  @Requirement("LCH-1")
  void theVariablesComeFirst(@TempDir Path folder) throws Exception {
    Path first = folder.resolve("first jdk");
    Path second = folder.resolve("second jdk");
    Path old = folder.resolve("old jdk");
    Installation.fakeJdk(first, 100);
    Installation.fakeJdk(second, 99);
    Installation.fakeJdk(old, 98);
    assertEquals(first, found(first.toString(), second.toString()));
    assertEquals(second, found(second.toString(), first.toString()));
    assertEquals(second, found(old.toString(), second.toString()));
  }

  @Test
  @Requirement("LCH-1")
  void theOneOnThePathIsFoundThroughItsLinks(@TempDir Path folder) throws Exception {
    Path jdk = folder.resolve("a jdk");
    Installation.fakeJdk(jdk, 99);
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
    ProcessBuilder builder = hark.command("hello");
    builder.environment().merge("PATH", bin.toString(), (path, ours) -> ours + ":" + path);
    assertEquals(0, hark.run(builder).code());
    assertEquals(jdk.toRealPath(), remembered());
  }

  @Test
  @Requirement("LCH-1")
  void theUsualFoldersAreSearched() throws Exception {
    Path jdk = hark.user.resolve(".sdkman/candidates/java/99-open");
    Installation.fakeJdk(jdk, 99);
    assertEquals(0, hark.run("hello").code());
    assertEquals(jdk, remembered());
    Files.delete(jdk.resolve("release"));
    assertEquals(69, hark.run("hello").code());
  }

  private static Path found(String harkJavaHome, String javaHome) throws Exception {
    ProcessBuilder builder = hark.command("hello");
    builder.environment().put("HARK_JAVA_HOME", harkJavaHome);
    builder.environment().put("JAVA_HOME", javaHome);
    assertEquals(0, hark.run(builder).code());
    return remembered();
  }

  /** The launcher's note of what it found. */
  private static Path remembered() throws IOException {
    try (var files = Files.list(hark.cache())) {
      Path note =
          files.filter(file -> file.getFileName().toString().startsWith("jdk-")).findAny().get();
      return Path.of(Files.readAllLines(note).getFirst());
    }
  }
}
