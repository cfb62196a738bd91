package dev.hark.safety;

import dev.hark.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A JVM of its own with this test's classes, spoken to by lines, and killed without warning. */
final class Child implements AutoCloseable {
  private static final String GONE = "(the process has ended)";
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Writer input;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  Child(Class<?> main, Object... args) {
    this(Map.of(), main, args);
  }

  /**
   * @param environment added to this process's own
   */
  Child(Map<String, String> environment, Class<?> main, Object... args) {
    this("256m", environment, main, args);
  }

  /**
   * @param heap the most memory for its objects, such as {@code 32m}
   */
  Child(String heap, Map<String, String> environment, Class<?> main, Object... args) {
    List<String> command = TestJvm.command(main, "-Xmx" + heap);
    for (Object arg : args) {
      command.add(arg.toString());
    }
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    input = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("(reading failed: " + e.getMessage() + ")");
    }
    lines.add(GONE);
  }

  /** Sends a line; does nothing where the process is gone. */
  void send(String line) {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException e) {
      // Killed in the middle of it: that is what these tests are about.
      return;
    }
  }

  /** The next line that fits; what came before is passed over. Fails where the process ended. */
  String await(Predicate<String> fits) {
    List<String> passed = new ArrayList<>();
    while (true) {
      String line = next(passed);
      if (fits.test(line)) {
        return line;
      }
      passed.add(line);
      if (line.equals(GONE)) {
        throw new AssertionError("the process ended after " + passed);
      }
    }
  }

  String await(String line) {
    return await(line::equals);
  }

  /** All lines up to the end of the process. */
  List<String> awaitEnd() {
    List<String> all = new ArrayList<>();
    for (String line = next(all); !line.equals(GONE); line = next(all)) {
      all.add(line);
    }
    return all;
  }

  private String next(List<String> before) {
    try {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("the process says nothing more after " + before);
      }
      return line;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** SIGKILL; returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the process cannot be killed");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
