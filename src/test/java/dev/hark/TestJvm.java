package dev.hark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How tests start a JVM of their own with the classes under test. */
public final class TestJvm {
  private TestJvm() {}

  /**
   * Compiles once and quickly: what a test starts ends before slower compiling pays.
   *
   * @param options of the JVM besides
   */
  public static List<String> command(Class<?> main, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    Collections.addAll(command, options);
    Collections.addAll(command, "-cp", System.getProperty("java.class.path"), main.getName());
    return command;
  }
}
