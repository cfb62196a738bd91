package dev.hark.cli.session;

import dev.hark.audio.ClipPlayer;
import dev.hark.audio.Floor;
import dev.hark.audio.Player;
import dev.hark.audio.SoundOutput;
import dev.hark.audio.device.DeviceOutput;
import dev.hark.audio.files.FilesOutput;
import dev.hark.cli.Context;
import dev.hark.cli.Setting;
import dev.hark.cli.sound.Loudspeaker;
import dev.hark.fault.Sentence;
import dev.hark.speech.Deliveries;
import dev.hark.speech.Purpose;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.VoiceProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sound of one session: recordings, and speech where Hark speaks itself. */
public final class Sounding implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(20);

  private final SoundOutput output;
  private final Floor floor = new Floor();
  private final Consumer<Sentence> news;
  private final Player player;
  private @Nullable SpeechQueue speech;

  private Sounding(SoundOutput output, Consumer<Sentence> news) {
    this.output = output;
    this.news = news;
    this.player = new ClipPlayer(output, floor);
  }

  /**
   * @param context for the device of the settings
   * @param folder where sound is written to, in place of the device
   * @param news hears that there is no device, or that an engine failed
   */
  public static Sounding open(Context context, Optional<Path> folder, Consumer<Sentence> news) {
    Optional<String> device = context.settings().get(Setting.SOUND_DEVICE);
    SoundOutput output =
        folder
            .<SoundOutput>map(path -> new FilesOutput(path, news))
            .orElseGet(() -> DeviceOutput.open(device, news));
    return new Sounding(output, news);
  }

  /**
   * From now on Hark speaks itself.
   *
   * @param voices one for each purpose that has its own, the interface's at least
   * @param environment of the process, to find engines
   */
  public SpeechQueue speak(Map<Purpose, VoiceProfile> voices, Map<String, String> environment) {
    if (speech == null) {
      VoiceProfile usual = Objects.requireNonNull(voices.get(Purpose.INTERFACE));
      SpeechQueue queue =
          new SpeechQueue(
              Deliveries.of(voices, environment, output.kind() != SoundOutput.Kind.FILES),
              SpeechQueue.PATIENCE,
              new Loudspeaker(
                  output, floor, purpose -> voices.getOrDefault(purpose, usual).volume()),
              news);
      floor.onRecording(queue::reconsider);
      speech = queue;
    }
    return speech;
  }

  /** Whether somebody in the room hears Hark speak, or a recording, now. */
  boolean audible() {
    boolean speaks = speech != null && !speech.awaitSilence(Duration.ZERO);
    return output.kind().paced() && (speaks || player.playing());
  }

  public Player player() {
    return player;
  }

  /** Lets what is being said, and what waits, be heard. */
  void lastWords() {
    if (speech != null) {
      speech.awaitSilence(LAST_WORDS);
    }
  }

  /** Lets the last words be heard, then gives the device back. */
  @Override
  public void close() {
    lastWords();
    if (speech != null) {
      speech.close();
    }
    player.close();
    output.close();
  }
}
