package dev.hark.launcher;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A file that another program writes. */
final class ReadyFile {
  private ReadyFile() {}

  /** Waits, for at most a minute, until a line stands in the file. */
  static void await(Path file, String line) throws IOException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!Files.exists(file) || !Files.readAllLines(file).contains(line)) {
      if (System.nanoTime() > end) {
        fail(file + " never said " + line);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
