package dev.hark.cli.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.TestJvm;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link SpeakingProbe} and what it says. */
final class SpeakingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader from;
  private final BufferedWriter to;

  SpeakingProcess(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = TestJvm.command(SpeakingProbe.class);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    from = process.inputReader(StandardCharsets.UTF_8);
    to = process.outputWriter(StandardCharsets.UTF_8);
  }

  void tell(String line) throws IOException {
    to.write(line + "\n");
    to.flush();
  }

  /** What it writes next has to be this. */
  void expect(String... lines) throws IOException {
    for (String line : lines) {
      assertEquals(line, from.readLine());
    }
  }

  @Override
  public void close() throws IOException {
    to.close();
    process
        .onExit()
        .orTimeout(10, TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly())
        .join();
  }
}
