package dev.hark.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.device.VirtualSound;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@Requirement("SND-29")
class AheadTest {
  private final RecordingVoice voice = new RecordingVoice("first", "en");
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  /** All is written at once, and its end is heard when the test says so. */
  private final class SlowEnd implements Speaker {
    @Override
    public Stream open(int rate, Utterance utterance) {
      return new Stream() {
        private final CountDownLatch stopped = new CountDownLatch(1);

        @Override
        public void write(short[] samples, int length) {}

        @Override
        public void drain() {
          try {
            boolean over = false;
            while (end.getCount() > 0 && !over) {
              over = stopped.await(5, TimeUnit.MILLISECONDS);
            }
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          heard.add(utterance.text() + (stopped.getCount() == 0 ? " (cut)" : ""));
        }

        @Override
        public void stop() {
          stopped.countDown();
        }

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
  }

  private SpeechQueue queue() {
    return new SpeechQueue(List.of(voice), 180, SpeechQueue.PATIENCE, new SlowEnd(), _ -> {});
  }

  private static void say(SpeechQueue queue, String text, Priority priority) {
    queue.say(new Utterance(text, Locale.ENGLISH, priority));
  }

  private void awaitAsked(String... texts) {
    VirtualSound.await(
        List.of(texts) + " in place of " + voice.asked(),
        () -> voice.asked().equals(List.of(texts)));
  }

  @Test
  void theNextSentenceIsMadeWhileTheEndOfTheLastIsHeard() {
    try (SpeechQueue queue = queue()) {
      queue.say(
          List.of(
              new Utterance("One", Locale.ENGLISH, Priority.ANSWER),
              new Utterance("Two", Locale.ENGLISH, Priority.ANSWER)));
      awaitAsked("One", "Two");
      assertEquals(List.of(), heard);
      end.countDown();
      assertTrue(queue.awaitSilence(Duration.ofSeconds(20)));
      assertEquals(List.of("One", "Two"), heard);
      assertEquals(List.of("One", "Two"), voice.asked(), "and made once");
    }
  }

  @Test
  void whatWasMadeAndIsThenOvertakenIsHeardInItsTurn() {
    try (SpeechQueue queue = queue()) {
      say(queue, "One", Priority.BACKGROUND);
      say(queue, "Two", Priority.BACKGROUND);
      awaitAsked("One", "Two");
      say(queue, "Answer", Priority.ANSWER);
      awaitAsked("One", "Two", "Answer", "One");
      end.countDown();
      assertTrue(queue.awaitSilence(Duration.ofSeconds(20)));
      assertEquals(List.of("One (cut)", "Answer", "One", "Two"), heard);
    }
  }
}
