package dev.hark.audio.device;

import dev.hark.fault.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/** Which device a person means. */
final class DeviceChoice {
  private DeviceChoice() {}

  /**
   * @param name a part of its name, in any case; of several that fit, the first one
   * @param news hears where none fits
   */
  static Lines of(Optional<String> name, Consumer<Sentence> news) {
    if (name.isEmpty()) {
      return new LineOpener(Optional.empty());
    }
    String wanted = name.get().strip().toLowerCase(Locale.ROOT);
    Optional<Mixer.Info> mixer = mixer(wanted);
    if (mixer.isPresent()) {
      return new LineOpener(mixer);
    }
    List<SoundServer.Sink> sinks = SoundServer.sinks();
    Optional<SoundServer.Sink> sink =
        sinks.stream().filter(candidate -> candidate.fits(wanted)).findFirst();
    if (sink.isEmpty() || !SoundServer.choose(sink.get())) {
      news.accept(Sentence.of("audio.no-such-device", name.get(), Devices.outputs()));
    }
    return new LineOpener(Optional.empty());
  }

  private static Optional<Mixer.Info> mixer(String wanted) {
    Line.Info kind = new Line.Info(SourceDataLine.class);
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      if (info.getName().toLowerCase(Locale.ROOT).contains(wanted)
          && AudioSystem.getMixer(info).isLineSupported(kind)) {
        return Optional.of(info);
      }
    }
    return Optional.empty();
  }
}
