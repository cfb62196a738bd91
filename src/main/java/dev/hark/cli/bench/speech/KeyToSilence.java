package dev.hark.cli.bench.speech;

import dev.hark.cli.bench.Samples;
import dev.hark.speech.Priority;
import dev.hark.speech.Speaker;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** From a key to the moment in which what was said is stopped and its buffer thrown away. */
public final class KeyToSilence {
  private static final long TALK = TimeUnit.MILLISECONDS.toNanos(150);

  private KeyToSilence() {}

  /**
   * @param engine is closed
   * @param device what speaks; empty for a clock in its place
   * @param runs how many keys
   * @return milliseconds
   */
  public static Samples of(Synthesizer engine, Optional<Speaker> device, int runs)
      throws InterruptedException {
    MeasuredSpeaker speaker = new MeasuredSpeaker(device, true);
    double[] millis = new double[runs];
    try (SpeechQueue queue =
        new SpeechQueue(List.of(engine), 180, SpeechQueue.PATIENCE, speaker, _ -> {})) {
      for (int i = 0; i < runs; i++) {
        speaker.arm();
        queue.say(new Utterance(Phrases.nth(1), Locale.ENGLISH, Priority.ANSWER));
        long _ = speaker.awaitFirst();
        LockSupport.parkNanos(TALK);
        long key = System.nanoTime();
        queue.keyPressed();
        millis[i] = (speaker.stoppedAt() - key) / 1e6;
      }
    }
    return new Samples(millis);
  }
}
