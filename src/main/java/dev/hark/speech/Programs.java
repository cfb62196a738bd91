package dev.hark.speech;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs that speak, found and asked. */
public final class Programs {
  private static final Logger LOG = System.getLogger(Programs.class.getName());
  private static final long PATIENCE_SECONDS = 2;

  private Programs() {}

  /**
   * The first of these names that can be run, in the order of the names.
   *
   * @param path folders as in the variable PATH
   */
  public static Optional<Path> find(String path, String... names) {
    for (String name : names) {
      for (String folder : path.split(File.pathSeparator, -1)) {
        Path candidate = folder.isBlank() ? Path.of(name) : Path.of(folder, name);
        if (!folder.isBlank() && Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** Starts it; what it complains of is nobody's to read. */
  public static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Whether it ends well within two seconds. */
  public static boolean succeeds(List<String> command) throws IOException {
    Process process = start(command);
    process.getOutputStream().close();
    process.getInputStream().close();
    endAfterPatience(process);
    return process.onExit().join().exitValue() == 0;
  }

  /** All that it prints, where it is not done after two seconds, so far. */
  public static String printed(List<String> command) throws IOException {
    Process process = start(command);
    process.getOutputStream().close();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    // A read does not end before all do that the program has started.
    Thread reader = Thread.ofPlatform().daemon().start(() -> copy(process, printed));
    try {
      reader.join(Duration.ofSeconds(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(process);
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void copy(Process process, OutputStream to) {
    try (InputStream in = process.getInputStream()) {
      in.transferTo(to);
    } catch (IOException e) {
      // It was ended; what it printed until then counts.
      LOG.log(Level.DEBUG, "a program was ended", e);
    }
  }

  /** Ends it, and what it has started. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void endAfterPatience(Process process) {
    var _ =
        process
            .onExit()
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .exceptionally(
                _ -> {
                  end(process);
                  return process;
                });
  }
}
