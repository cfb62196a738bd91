package dev.hark.audio.decode;

import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.ByteArrayInputStream;
import java.util.Arrays;

/** Whole recordings that are short enough to be played, of any kind that can be read. */
public final class Clips {
  private static final int MOST_SAMPLES = Wav.MOST_SAMPLES;

  private Clips() {}

  /**
   * Decodes a recording; WAV at its own rate, others at {@link SoundFile#RATE}.
   *
   * @param name what to call it in a fault's sentence
   * @throws Fault.BadFile where it cannot be decoded, or is too long to be played
   */
  public static Clip decode(byte[] file, String name) {
    if (file.length >= 4 && file[0] == 'R' && file[1] == 'I' && file[2] == 'F') {
      return Wav.decode(file, name);
    }
    try (SoundFile sound =
        SoundFile.open(new ByteArrayInputStream(file), name, SoundFile.Mix.ALL)) {
      short[] samples = new short[SoundFile.RATE * 60];
      int count = 0;
      while (true) {
        short[] part = new short[SoundFile.RATE];
        int length = sound.read(part);
        if (length < 0) {
          return whole(samples, count, name);
        }
        if (count + length > MOST_SAMPLES) {
          throw new Fault.BadFile(Sentence.of("audio.too-long", name), null);
        }
        if (count + length > samples.length) {
          samples = Arrays.copyOf(samples, samples.length * 2);
        }
        System.arraycopy(part, 0, samples, count, length);
        count += length;
      }
    }
  }

  private static Clip whole(short[] samples, int count, String name) {
    if (count == 0) {
      throw new Fault.BadFile(Sentence.of("audio.empty", name), null);
    }
    return new Clip(Arrays.copyOf(samples, count), SoundFile.RATE);
  }
}
