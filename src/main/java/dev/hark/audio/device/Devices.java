package dev.hark.audio.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** What sound devices this machine has. */
public final class Devices {
  private Devices() {}

  /**
   * @param outputs names of what can play
   * @param inputs names of what can record
   */
  public record Found(List<String> outputs, List<String> inputs) {}

  /**
   * Asks the system.
   *
   * @return empty where it did not answer within the bound
   */
  public static Optional<Found> find(Duration bound) {
    CompletableFuture<Found> found = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("sound devices")
        .start(
            () -> {
              try {
                found.complete(new Found(outputs(), inputs()));
              } catch (RuntimeException | LinkageError e) {
                found.complete(new Found(List.of(), List.of()));
              }
            });
    try {
      return Optional.of(found.get(bound.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Names of what can play: what Java sees, and what is behind it on a sound server. */
  static List<String> outputs() {
    return names(SourceDataLine.class, SoundServer.sinks());
  }

  /** Names of what can record, likewise. */
  static List<String> inputs() {
    return names(TargetDataLine.class, SoundServer.sources());
  }

  /** The input that a name means, as it is listed; the first of several that fit. */
  public static Optional<String> input(String name) {
    return DeviceChoice.input(name).found();
  }

  private static List<String> names(Class<? extends DataLine> kind, List<SoundServer.End> behind) {
    List<String> names = new ArrayList<>();
    Line.Info wanted = new Line.Info(kind);
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      Mixer mixer = AudioSystem.getMixer(info);
      if (mixer.isLineSupported(wanted)) {
        names.add(info.getName());
      }
    }
    behind.forEach(end -> names.add(end.description()));
    return List.copyOf(names);
  }
}
