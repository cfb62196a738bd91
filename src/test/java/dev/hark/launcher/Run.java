package dev.hark.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that has ended.
 *
 * @param code its exit code
 * @param out lines of standard output
 * @param err lines of standard error
 */
record Run(int code, List<String> out, List<String> err) {
  private static final int SECONDS = 120;

  /** Starts a program with its output going to files in {@code folder}. */
  static Process start(ProcessBuilder program, Path folder) throws IOException {
    return program
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  static Run await(Process process, Path folder) throws IOException, InterruptedException {
    assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "the program ends");
    return new Run(
        process.exitValue(),
        Files.readAllLines(folder.resolve("out")),
        Files.readAllLines(folder.resolve("err")));
  }
}
