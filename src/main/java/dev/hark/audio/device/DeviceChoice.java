package dev.hark.audio.device;

import dev.hark.fault.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

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
    String wanted = small(name.get());
    Optional<Mixer.Info> mixer = mixer(SourceDataLine.class, wanted);
    if (mixer.isEmpty()
        && first(SoundServer.sinks(), wanted).filter(SoundServer::chooseSink).isEmpty()) {
      news.accept(Sentence.of("audio.no-such-device", name.get(), Devices.outputs()));
    }
    return new LineOpener(mixer);
  }

  /**
   * @param found the name of the one that fits, as {@link Devices} lists it
   * @param mixer Java's device; empty for the system's default one, which then is the right one
   */
  record Input(Optional<String> found, Optional<Mixer.Info> mixer) {}

  /** The input of that name, as {@link #of} finds outputs; the default one where none fits. */
  static Input input(String name) {
    String wanted = small(name);
    Optional<Mixer.Info> mixer = mixer(TargetDataLine.class, wanted);
    if (mixer.isPresent()) {
      return new Input(mixer.map(Mixer.Info::getName), mixer);
    }
    Optional<SoundServer.End> source = first(SoundServer.sources(), wanted);
    boolean chosen = SoundServer.chooseSource(source);
    return new Input(
        source.filter(_ -> chosen).map(SoundServer.End::description), Optional.empty());
  }

  private static String small(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<SoundServer.End> first(List<SoundServer.End> ends, String wanted) {
    return ends.stream().filter(candidate -> candidate.fits(wanted)).findFirst();
  }

  private static Optional<Mixer.Info> mixer(Class<? extends DataLine> lines, String wanted) {
    Line.Info kind = new Line.Info(lines);
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      if (info.getName().toLowerCase(Locale.ROOT).contains(wanted)
          && AudioSystem.getMixer(info).isLineSupported(kind)) {
        return Optional.of(info);
      }
    }
    return Optional.empty();
  }
}
