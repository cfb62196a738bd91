package dev.hark.cli.sound;

import dev.hark.audio.Floor;
import dev.hark.audio.SoundOutput;
import dev.hark.audio.SoundOutput.Track;
import dev.hark.speech.Purpose;
import dev.hark.speech.Speaker;
import dev.hark.speech.Utterance;
import java.util.function.ToIntFunction;

/**
 * Speech through a sound output, at a volume of its own.
 *
 * <p>Once the speech queue is there, {@code floor.onRecording(queue::reconsider)} joins it to the
 * player.
 */
public final class Loudspeaker implements Speaker {
  private final SoundOutput output;
  private final Floor floor;
  private final ToIntFunction<Purpose> volume;

  /**
   * @param floor shared with the player
   * @param volume percent, 0 to 200; louder than the device can be is clipped
   */
  public Loudspeaker(SoundOutput output, Floor floor, int volume) {
    this(output, floor, _ -> volume);
  }

  /**
   * @param floor shared with the player
   * @param volume of each purpose's voice, in percent, 0 to 200
   */
  public Loudspeaker(SoundOutput output, Floor floor, ToIntFunction<Purpose> volume) {
    this.output = output;
    this.floor = floor;
    this.volume = volume;
  }

  @Override
  public Stream open(int rate, Utterance utterance) {
    return new Loud(output.open(rate, Track.SPEECH, utterance.text()), utterance.purpose());
  }

  @Override
  public boolean paced() {
    return output.kind().paced();
  }

  @Override
  public void wanted(boolean wanted) {
    floor.speechWanted(wanted);
  }

  @Override
  public boolean quiet() {
    return floor.freeForNews();
  }

  /** One thread writes, and says whose voice it is. */
  private final class Loud implements Stream {
    private final SoundOutput.Voice voice;
    private int percent;

    Loud(SoundOutput.Voice voice, Purpose purpose) {
      this.voice = voice;
      voice(purpose);
    }

    @Override
    public void voice(Purpose purpose) {
      percent = Math.clamp(volume.applyAsInt(purpose), 0, 200);
    }

    @Override
    public void write(short[] samples, int length) {
      short[] louder = samples;
      if (percent != 100) {
        louder = new short[length];
        for (int i = 0; i < length; i++) {
          louder[i] = (short) Math.clamp(samples[i] * percent / 100, -32_768, 32_767);
        }
      }
      voice.write(louder, length);
    }

    @Override
    public void drain() {
      voice.drain();
    }

    @Override
    public void stop() {
      voice.stop();
    }

    @Override
    public void close() {
      voice.close();
    }
  }
}
