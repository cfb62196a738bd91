package dev.hark.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Requirement("SND-26")
class EarconTest {
  private static final short VOICE = 1000;

  private final Samples ears = new Samples();

  /** Keeps all samples that were heard. */
  private static final class Samples implements Speaker {
    private final List<Short> heard = new ArrayList<>();

    @Override
    public Stream open(int rate, Utterance utterance) {
      return new Stream() {
        @Override
        public void write(short[] samples, int length) {
          for (int i = 0; i < length; i++) {
            heard.add(samples[i]);
          }
        }

        @Override
        public void drain() {}

        @Override
        public void stop() {}

        @Override
        public void close() {}
      };
    }

    @Override
    public boolean paced() {
      return true;
    }

    @Override
    public void wanted(boolean wanted) {}

    @Override
    public boolean quiet() {
      return true;
    }

    int firstWord() {
      int at = 0;
      while (at < heard.size() && heard.get(at) != VOICE) {
        at++;
      }
      return at;
    }
  }

  private void say(Manner manner, RecordingVoice... voices) {
    try (SpeechQueue queue =
        new SpeechQueue(List.of(voices), 180, SpeechQueue.PATIENCE, ears, _ -> {})) {
      queue.say(new Utterance("Sent.", Locale.ENGLISH, Priority.ANSWER).in(manner));
      assertTrue(queue.awaitSilence(Duration.ofSeconds(20)));
    }
  }

  @Test
  void eachIsShortSoftAndLikeNoOther() {
    Set<String> all = new HashSet<>();
    for (Earcon earcon : Earcon.values()) {
      for (int rate : new int[] {8_000, 16_000, 22_050}) {
        short[] samples = earcon.samples(rate);
        assertTrue(samples.length <= rate * 150 / 1000, earcon + " lasts " + samples.length);
        assertTrue(samples.length >= rate * 80 / 1000, earcon + " lasts " + samples.length);
        int loudest = 0;
        for (short sample : samples) {
          loudest = Math.max(loudest, Math.abs(sample));
        }
        assertTrue(loudest > 3_000 && loudest < 8_000, earcon + " is " + loudest);
        assertEquals(0, samples[0], "begins without a click");
      }
      all.add(Arrays.toString(earcon.samples(16_000)));
    }
    assertEquals(Earcon.values().length, all.size());
  }

  @Test
  void itComesBeforeItsWordsOnce() {
    say(Manner.USUAL.with(Earcon.SENT), new RecordingVoice("voice", "en"));
    short[] earcon = Earcon.SENT.samples(16_000);
    assertEquals(earcon.length, ears.firstWord());
    assertEquals(earcon.length + 5 * 160, ears.heard.size());
  }

  @Test
  void withoutItTheWordsAreTheSame() {
    say(Manner.USUAL, new RecordingVoice("voice", "en"));
    assertEquals(5 * 160, ears.heard.size());
  }

  @Test
  void whereNobodySpeaksThereIsNoSoundThatCarriesItAlone() {
    say(Manner.USUAL.with(Earcon.SENT), new RecordingVoice("voice", "nl"));
    assertEquals(0, ears.heard.size());
  }
}
