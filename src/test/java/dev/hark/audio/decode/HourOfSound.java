package dev.hark.audio.decode;

import dev.hark.audio.Sound;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Hears a second at many places of long recordings, in a small process of its own. */
final class HourOfSound {
  private static final int JUMPS = 200;

  /** Milliseconds; jumps that took longer are tried again, as the machine may have other work. */
  private static final int SOON = 100;

  private static final int AGAIN = 2;

  private HourOfSound() {}

  /** Writes for each file: its name, its seconds, the median and the 95th percentile in ms. */
  public static void main(String[] files) {
    for (String file : files) {
      long begin = System.nanoTime();
      try (Sound sound = SeekableSound.open(Path.of(file))) {
        long opened = System.nanoTime() - begin;
        Random random = new Random(7);
        double[] millis = jumps(sound, random);
        for (int i = 0; i < AGAIN && late(millis) >= SOON; i++) {
          millis = jumps(sound, random);
        }
        System.out.printf(
            Locale.ROOT,
            "%s %d %.1f %.1f %.0f%n",
            Path.of(file).getFileName(),
            sound.length().toSeconds(),
            millis[JUMPS / 2],
            late(millis),
            opened / 1e6);
      }
    }
  }

  private static double late(double[] sorted) {
    return sorted[JUMPS * 95 / 100];
  }

  /** How long each jump took, sorted. */
  private static double[] jumps(Sound sound, Random random) {
    short[] second = new short[sound.rate()];
    double[] millis = new double[JUMPS];
    for (int i = 0; i < JUMPS; i++) {
      long from = (long) (random.nextDouble() * (sound.size() - second.length));
      long start = System.nanoTime();
      // What a player needs before something is heard.
      int read = sound.read(from, second, 0, sound.rate() / 50);
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (read < sound.rate() / 50) {
        throw new IllegalStateException(read + " at " + from);
      }
    }
    Arrays.sort(millis);
    return millis;
  }
}
