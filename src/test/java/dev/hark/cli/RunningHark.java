package dev.hark.cli;

import dev.hark.TestJvm;
import dev.hark.audio.device.VirtualSound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Hark as a process of its own, to which nobody types. Ends when it is closed. */
final class RunningHark implements AutoCloseable {
  private final Process process;
  private final Path out;
  private final Path err;
  private int read;

  private RunningHark(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * @param home the variable HOME of the process
   * @param variables of its environment, besides
   */
  static RunningHark start(Path home, Map<String, String> variables, String... arguments)
      throws IOException {
    List<String> command =
        TestJvm.command(Main.class, "-Xmx640m", "-Dhark.home=" + Path.of("").toAbsolutePath());
    command.addAll(List.of(arguments));
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(variables);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("LANG", "en_GB.UTF-8");
    return new RunningHark(builder.start(), out, err);
  }

  /** Waits until it wrote this, behind what was waited for before. */
  void waitFor(String text) throws IOException {
    try {
      VirtualSound.await(text, () -> find(text));
    } catch (AssertionError e) {
      throw new AssertionError(text + " was not written:\n" + written() + Files.readString(err), e);
    }
  }

  private boolean find(String text) {
    try {
      int at = written().indexOf(text, read);
      read = at < 0 ? read : at + text.length();
      return at >= 0;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String written() throws IOException {
    return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
  }

  /**
   * Waits for its end.
   *
   * @return its exit code
   */
  int end() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("hangs");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(10, TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly())
        .join();
  }
}
