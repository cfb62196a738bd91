package dev.hark.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("SND-8")
class StretchTest {
  private static short[] all(Clip clip, double speed) {
    Stretch stretch = new Stretch(clip);
    short[] out = new short[(int) (clip.samples().length / speed) + 2 * stretch.piece()];
    short[] piece = new short[stretch.piece()];
    int length = 0;
    for (int made = stretch.next(speed, piece, 1e9);
        made > 0;
        made = stretch.next(speed, piece, 1e9)) {
      System.arraycopy(piece, 0, out, length, made);
      length += made;
    }
    return Arrays.copyOf(out, length);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 220, 16000",
    "0.75, 440, 16000",
    "1.25, 137, 8000",
    "1.5, 440, 44100",
    "2, 330, 22050",
    "3, 440, 16000",
    "3, 100, 48000",
    "0.5, 90, 8000"
  })
  void theLengthScalesAndThePitchStays(double speed, double hertz, int rate) {
    Clip clip = Tones.tone(hertz, rate, 2);
    short[] out = all(clip, speed);
    assertEquals(2.0 / speed, (double) out.length / rate, 0.021);
    assertEquals(hertz, Tones.frequency(out, rate), hertz * 0.02);
    assertEquals(1, Tones.level(out), 0.1);
  }

  @Test
  void atItsOwnSpeedEverySampleIsTheSame() {
    Clip clip = Tones.tone(333, 16_000, 1.234);
    assertArrayEquals(clip.samples(), all(clip, 1));
  }

  @Test
  void fastSpeechKeepsThePitchOfTheVoice() {
    Clip speech = spoken("The old lighthouse keeper rowed out at dawn");
    short[] fast = all(speech, 2);
    assertEquals(speech.samples().length / 2.0, fast.length, 330);
    assertEquals(period(speech.samples()), period(fast), 16);
  }

  private static Clip spoken(String text) {
    try (FreeTtsSynthesizer engine = new FreeTtsSynthesizer()) {
      short[][] all = {new short[0]};
      engine.speak(
          text,
          Locale.ENGLISH,
          180,
          (samples, length, rate) -> {
            int before = all[0].length;
            all[0] = Arrays.copyOf(all[0], before + length);
            System.arraycopy(samples, 0, all[0], before, length);
            return true;
          });
      return new Clip(all[0], 16_000);
    }
  }

  /** The lag, in samples, at which the sound is most like itself: 70 to 150 Hz. */
  private static int period(short[] samples) {
    int best = 0;
    double most = 0;
    for (int lag = 107; lag < 230; lag++) {
      double product = 0;
      for (int i = 0; i + lag < samples.length; i++) {
        product += (double) samples[i] * samples[i + lag];
      }
      if (product > most) {
        most = product;
        best = lag;
      }
    }
    assertTrue(best > 0);
    return best;
  }

  @Test
  void itGoesOnFromAnyPlace() {
    Clip clip = Tones.tone(440, 16_000, 1);
    Stretch stretch = new Stretch(clip);
    stretch.seek(8000);
    short[] piece = new short[stretch.piece()];
    assertEquals(stretch.piece(), stretch.next(1, piece, 1e9));
    assertEquals(clip.samples()[8000], piece[0]);
    stretch.seek(1e9);
    assertEquals(0, stretch.next(1, piece, 1e9));
    stretch.seek(-5);
    assertEquals(0, stretch.at());
  }
}
