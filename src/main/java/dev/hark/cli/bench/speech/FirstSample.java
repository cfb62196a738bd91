package dev.hark.cli.bench.speech;

import dev.hark.cli.bench.Samples;
import dev.hark.speech.Priority;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From an utterance queued to its first sample at the speaker, with a warm engine. A tenth of a
 * second lies between one utterance and the next, as between the keys of a quick typist: the
 * speaker itself takes no time here.
 */
public final class FirstSample {
  private static final int WARM_UP = 12;
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Duration BOUND = Duration.ofSeconds(30);

  private FirstSample() {}

  /**
   * @param engine is closed
   * @param runs how many utterances count
   * @param rehearsal how long the engine has for itself before
   * @return milliseconds
   */
  public static Samples of(Synthesizer engine, int runs, Duration rehearsal)
      throws InterruptedException {
    MeasuredSpeaker speaker = new MeasuredSpeaker(Optional.empty(), false);
    double[] millis = new double[runs];
    try (SpeechQueue queue =
        new SpeechQueue(List.of(engine), 180, SpeechQueue.PATIENCE, speaker, _ -> {})) {
      LockSupport.parkNanos(rehearsal.toNanos());
      for (int i = -WARM_UP; i < runs; i++) {
        speaker.arm();
        long begin = System.nanoTime();
        queue.say(new Utterance(Phrases.nth(i), Locale.ENGLISH, Priority.ANSWER));
        double one = (speaker.awaitFirst() - begin) / 1e6;
        if (i >= 0) {
          millis[i] = one;
        }
        boolean silent = queue.awaitSilence(BOUND);
        assert silent;
        LockSupport.parkNanos(BETWEEN);
      }
    }
    return new Samples(millis);
  }
}
