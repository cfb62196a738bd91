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
   * An input of a name.
   *
   * @param mixer Java's device, where it is one
   * @param source the sound server's, where it is one of those
   */
  record Input(Optional<Mixer.Info> mixer, Optional<SoundServer.End> source) {
    /** As {@link Devices} lists it; empty where there is none of that name. */
    Optional<String> found() {
      return mixer.map(Mixer.Info::getName).or(() -> source.map(SoundServer.End::description));
    }

    /**
     * Takes it for each line that is opened from now on.
     *
     * @return whether it could be taken; otherwise the default one is
     */
    boolean choose() {
      return mixer.isPresent() || (SoundServer.chooseSource(source) && source.isPresent());
    }
  }

  /** The input of that name, as {@link #of} finds outputs. */
  static Input input(String name) {
    String wanted = small(name);
    Optional<Mixer.Info> mixer = mixer(TargetDataLine.class, wanted);
    return new Input(
        mixer, mixer.isPresent() ? Optional.empty() : first(SoundServer.sources(), wanted));
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
