package dev.hark.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Requirement("EAR-9")
class LevelledTest {
  private static final int RATE = 16_000;

  /** Two that talk in turns of four seconds with a noisy pause after each, one 26 dB weaker. */
  private static Clip talk() {
    short[] samples = new short[40 * RATE];
    Random random = new Random(1);
    for (int i = 0; i < samples.length; i++) {
      double at = (double) i / RATE;
      boolean speaks = at % 5 < 4 && at % 0.5 < 0.4;
      double level = (int) (at / 5) % 2 == 0 ? 10_000 : 500;
      double voice = speaks ? level * Math.sin(2 * Math.PI * 190 * at) : 0;
      samples[i] = (short) Math.round(voice + random.nextGaussian() * 3);
    }
    return new Clip(samples, RATE);
  }

  private static double decibel(short[] samples, double from, double to) {
    short[] part = Arrays.copyOfRange(samples, (int) (from * RATE), (int) (to * RATE));
    return 20 * Math.log10(Tones.level(part) + 1e-9);
  }

  @Test
  void aWeakVoiceBesideALoudOneIsHeardNearlyAsLoud() {
    short[] even = Tones.whole(new Levelled(talk())).samples();
    double loud = decibel(even, 11, 13);
    double weak = decibel(even, 16, 18);
    assertEquals(loud, weak, 3);
    assertTrue(decibel(talk().samples(), 11, 13) - decibel(talk().samples(), 16, 18) > 25);
  }

  @Test
  void noiseAloneIsLeftAsItIs() {
    short[] samples = new short[20 * RATE];
    Random random = new Random(2);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (random.nextGaussian() * 20);
    }
    Clip noise = new Clip(samples, RATE);
    assertArrayEquals(samples, Tones.whole(new Levelled(noise)).samples());
  }

  @Test
  void nothingIsEverClipped() {
    short[] samples = new short[8 * RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i % 7919 < 3 ? 32_000 : 300 * Math.sin(i / 9.0));
    }
    short[] even = Tones.whole(new Levelled(new Clip(samples, RATE))).samples();
    for (short sample : even) {
      assertTrue(Math.abs(sample) <= 29_600, () -> "" + sample);
    }
  }

  @Test
  void aPlaceSoundsTheSameHoweverItIsReached() {
    Clip talk = talk();
    short[] inTurn = Tones.whole(new Levelled(talk)).samples();
    Levelled sound = new Levelled(talk);
    Random random = new Random(3);
    for (int i = 0; i < 20; i++) {
      int from = random.nextInt(inTurn.length - 4000);
      short[] there = new short[4000];
      assertEquals(4000, sound.read(from, there, 0, 4000));
      assertArrayEquals(Arrays.copyOfRange(inTurn, from, from + 4000), there);
    }
  }
}
