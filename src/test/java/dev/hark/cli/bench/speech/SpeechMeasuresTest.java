package dev.hark.cli.bench.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.bench.Samples;
import dev.hark.speech.Pcm;
import dev.hark.speech.RecordingVoice;
import dev.hark.speech.Synthesizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** That what is measured is what is so: with engines of which it is known. */
@Requirement("SND-27")
class SpeechMeasuresTest {
  /** Half a second of sound, each tenth of which it thinks about for so long. */
  private record Thinking(long millis) implements Synthesizer {
    @Override
    public String name() {
      return "thinking";
    }

    @Override
    public boolean speaks(Locale language) {
      return true;
    }

    @Override
    public void speak(String text, Locale language, int rate, Pcm out) {
      short[] tenth = new short[1_600];
      Arrays.fill(tenth, (short) 500);
      for (int i = 0; i < 5; i++) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
          LockSupport.parkNanos(end - System.nanoTime());
        }
        out.write(tenth, tenth.length, 16_000);
      }
    }

    @Override
    public void close() {}
  }

  @Test
  void anEngineThatThinksIsSeenToAndOneThatDoesNotIsNot() throws Exception {
    Samples quick = FirstSample.of(new RecordingVoice("voice", "en"), 20, Duration.ZERO);
    Samples slow = FirstSample.of(new Thinking(3), 20, Duration.ZERO);
    assertTrue(slow.least() >= 3, "slow " + slow.least());
    assertTrue(slow.median() > quick.median());
  }

  @Test
  void speechWithoutAnEndIsAsLongAsAskedAndGapsAreFound() {
    LongSpeech slow = LongSpeech.of(new Thinking(150), Optional.empty(), Duration.ofMillis(600));
    assertTrue(slow.soundSeconds() >= 0.6 && slow.soundSeconds() < 3);
    assertTrue(slow.worstGapMillis() > 40, "gap " + slow.worstGapMillis());
    assertTrue(slow.lateSeconds() > 0.2, "late " + slow.lateSeconds());
  }

  @Test
  void silenceAfterAKeyIsMeasured() throws Exception {
    Samples millis = KeyToSilence.of(new RecordingVoice("voice", "en"), Optional.empty(), 3);
    assertTrue(millis.least() >= 0 && millis.median() < 1_000);
    assertEquals(12, Phrases.ALL.size());
  }
}
