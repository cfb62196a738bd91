package dev.hark.speech.dispatcher;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The speech server of this machine and this person. */
public final class DispatcherServer {
  private static final String PROGRAM = "speech-dispatcher";

  private final Map<String, String> environment;

  /**
   * @param environment of the process: the address, folders, PATH
   */
  public DispatcherServer(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Where one may be listening already. */
  public Optional<SsipAddress> present() {
    return SsipAddress.of(environment).filter(SsipAddress::exists);
  }

  /** Whether one is listening, or could be started. */
  public boolean installed() {
    return present().isPresent() || program().isPresent();
  }

  private Optional<Path> program() {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (!folder.isBlank() && Files.isExecutable(Path.of(folder, PROGRAM))) {
        return Optional.of(Path.of(folder, PROGRAM));
      }
    }
    return Optional.empty();
  }

  String user() {
    return environment.getOrDefault("USER", "user").replaceAll("[^\\w-]", "_");
  }

  /**
   * Where it listens; starts it as its own clients do, where it does not listen yet, or died and
   * left its socket.
   *
   * @throws IOException where there is none
   */
  SsipAddress running() throws IOException {
    SsipAddress address =
        SsipAddress.of(environment)
            .orElseThrow(() -> new IOException("no folder for a speech server is known"));
    boolean named = environment.containsKey(SsipAddress.VARIABLE);
    if (!named && !(address.exists() && address.answers())) {
      start(program().orElseThrow(() -> new IOException("there is no " + PROGRAM)));
    }
    return address;
  }

  private void start(Path program) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "--spawn")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(3, TimeUnit.SECONDS)) {
        process.destroy();
        throw new IOException(PROGRAM + " does not start");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
