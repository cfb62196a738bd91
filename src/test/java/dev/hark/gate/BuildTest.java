package dev.hark.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build, run once more on small projects that are wrong on purpose. */
class BuildTest {
  @TempDir Path folder;

  @Test
  @Requirement("BLD-1")
  void testsRunOnTheJavaThatTheBuildFound() {
    assertTrue(Runtime.version().feature() >= 25);
  }

  @Test
  @Requirement("BLD-1")
  void withoutAJdkTheBuildEndsInAPlainSentence() throws Exception {
    copyPom();
    Build build = maven("validate", "-Djava.release=99");
    assertNotEquals(0, build.code());
    assertTrue(
        build.lines().stream()
            .anyMatch(
                line ->
                    line.endsWith(
                        "Hark needs a JDK of version 99 or newer, and none was found: install"
                            + " one, for example Temurin 99, or let JAVA_HOME name one.")),
        build.lines()::toString);
  }

  @Test
  @Requirement("BLD-2")
  void aLikelyBugAndAForgottenNullEndTheBuild() throws Exception {
    copyPom();
    Path code = Files.createDirectories(folder.resolve("src/main/java/bad"));
    Files.writeString(
        code.resolve("Bad.java"),
        """
        package bad;

        import org.jspecify.annotations.NullMarked;
        import org.jspecify.annotations.Nullable;

        @NullMarked
        class Bad {
          int forgotten(@Nullable String text) {
            return text.length();
          }

          void bug(String text) {
            text.strip();
          }
        }
        """);
    Build build = maven("compile");
    assertNotEquals(0, build.code());
    String said = String.join("\n", build.lines());
    assertTrue(said.contains("[NullAway]"), said);
    assertTrue(said.contains("[ReturnValueIgnored]"), said);
  }

  @Test
  @Requirement("BLD-8")
  void anInstallationNeedsNoLibraryOfTheTests() throws Exception {
    String pom = Files.readString(Checkout.at("pom.xml"));
    String before = pom.substring(0, pom.indexOf("<profiles>"));
    assertFalse(before.contains("<scope>test</scope>"), "tests' libraries stand in their profile");
    assertTrue(pom.contains("<name>!hark.install</name>"));
    assertTrue(Files.readString(Checkout.at("hark")).contains("-Dhark.install"));
  }

  private void copyPom() throws IOException {
    Files.copy(
        Checkout.at("pom.xml"), folder.resolve("pom.xml"), StandardCopyOption.REPLACE_EXISTING);
  }

  private record Build(int code, List<String> lines) {}

  private Build maven(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("hark.maven", "/usr/share/maven"), "bin", "mvn")
                    .toString(),
                "-B",
                "-o",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + System.getProperty("localRepository", "")));
    command.addAll(List.of(words));
    Path log = folder.resolve("log");
    Process build =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(build.waitFor(4, TimeUnit.MINUTES), "the build ends");
    return new Build(build.exitValue(), Files.readAllLines(log));
  }
}
