package dev.hark.audio.device;

import java.util.List;
import java.util.Optional;

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
            : SoundServer.asked("info").lines().filter(line -> line.startsWith(field)).findFirst();
    return name.flatMap(
        line ->
            ends.stream()
                .filter(end -> end.name().equals(line.substring(field.length()).strip()))
                .map(SoundServer.End::description)
                .findFirst());
  }
}
