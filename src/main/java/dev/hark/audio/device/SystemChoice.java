package dev.hark.audio.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Which devices a sound server of Linux uses where nobody chose one. */
public final class SystemChoice {
  private SystemChoice() {}

  /** The output, as {@link Devices} lists it; empty where that is not known. */
  public static Optional<String> output() {
    return described("Default Sink: ", SoundServer.sinks());
  }

  /** The input, likewise; empty too where it hears what an output plays. */
  public static Optional<String> input() {
    return described("Default Source: ", SoundServer.sources());
  }

  private static Optional<String> described(String field, List<SoundServer.End> ends) {
    Optional<String> name =
        ends.isEmpty()
            ? Optional.empty()
            : asked().lines().filter(line -> line.startsWith(field)).findFirst();
    return name.flatMap(
        line ->
            ends.stream()
                .filter(end -> end.name().equals(line.substring(field.length()).strip()))
                .map(SoundServer.End::description)
                .findFirst());
  }

  private static String asked() {
    ProcessBuilder builder =
        new ProcessBuilder("pactl", "info").redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      var _ =
          process
              .onExit()
              .orTimeout(1, TimeUnit.SECONDS)
              .exceptionally(_ -> process.destroyForcibly());
      try (InputStream in = process.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      return "";
    }
  }
}
