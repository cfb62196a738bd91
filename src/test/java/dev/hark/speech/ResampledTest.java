package dev.hark.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import org.junit.jupiter.api.Test;

class ResampledTest {
  private static short[] tone(double hertz, int rate, int from, int length) {
    short[] tone = new short[length];
    for (int i = 0; i < length; i++) {
      tone[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * (from + i) / rate));
    }
    return tone;
  }

  /** Times that the sound passes zero upwards, and the loudest sample, over a second in chunks. */
  private static int[] heard(Resampled resampled, double hertz, int rate) {
    int crossings = 0;
    int loudest = 0;
    int count = 0;
    short last = 0;
    for (int from = 0; from < rate; from += 700) {
      for (short sample : resampled.next(tone(hertz, rate, from, Math.min(700, rate - from)))) {
        crossings += last < 0 && sample >= 0 ? 1 : 0;
        loudest = Math.max(loudest, Math.abs(sample));
        last = sample;
        count++;
      }
    }
    return new int[] {crossings, loudest, count};
  }

  @Test
  @Requirement("SAY-9")
  void aVoiceOfAnotherRateKeepsItsPitchItsLengthAndItsLoudness() {
    for (int to : new int[] {16_000, 48_000}) {
      int[] heard = heard(new Resampled(22_050.0 / to), 440, 22_050);
      assertEquals(440, heard[0], 2);
      assertEquals(to, heard[2], 3);
      assertTrue(heard[1] > 9500 && heard[1] <= 10_000, "loudest " + heard[1]);
    }
  }

  @Test
  @Requirement("SAY-21")
  void aRaisedVoiceIsHigherByAQuarter() {
    int[] heard = heard(new Resampled(1.25), 400, 16_000);
    assertEquals(12_800, heard[2], 3);
    assertEquals(500, heard[0] * 16_000.0 / heard[2], 3);
  }
}
