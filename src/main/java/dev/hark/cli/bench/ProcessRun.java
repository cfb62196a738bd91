package dev.hark.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one run of a program took, whose output nobody reads. */
record ProcessRun(double millis, double megabytes) {
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  static ProcessRun of(Stage stage, List<String> command) {
    return of(stage, command, Optional.empty());
  }

  /**
   * @param input what it reads; nothing where it is empty
   */
  static ProcessRun of(Stage stage, List<String> command, Optional<Path> input) {
    ProcessBuilder builder =
        stage
            .program(command)
            .redirectInput(
                input
                    .map(file -> ProcessBuilder.Redirect.from(file.toFile()))
                    .orElse(ProcessBuilder.Redirect.PIPE))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long begin = System.nanoTime();
    double megabytes = 0;
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      while (process.isAlive()) {
        megabytes = Math.max(megabytes, peak(process.pid()));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
      double millis = (System.nanoTime() - begin) / 1e6;
      if (process.waitFor() != 0) {
        throw Stage.failed(command, null);
      }
      return new ProcessRun(millis, megabytes);
    } catch (IOException e) {
      throw Stage.failed(command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stage.failed(command, e);
    }
  }

  /** The most memory that a process held so far, where the system tells; else 0. */
  static double peak(long pid) {
    String status;
    try {
      status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
    } catch (IOException _) {
      return 0;
    }
    Matcher peak = PEAK.matcher(status);
    return peak.find() ? Long.parseLong(peak.group(1)) / 1024.0 : 0;
  }
}
