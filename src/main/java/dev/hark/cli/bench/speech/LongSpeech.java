package dev.hark.cli.bench.speech;

import dev.hark.speech.Priority;
import dev.hark.speech.Speaker;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Speech without an end, in its real time.
 *
 * @param soundSeconds how much was heard
 * @param worstGapMillis the longest time without sound where there should have been some
 * @param lateSeconds how much later than its sound's length it ended
 * @param grownMegabytes what it holds more of memory after the last word than after the first ones
 * @param threadsMore how many threads there are more
 */
public record LongSpeech(
    double soundSeconds,
    double worstGapMillis,
    double lateSeconds,
    double grownMegabytes,
    int threadsMore) {
  private static final int WARM_UP = 2;
  private static final double LEAST_SECONDS_EACH = 0.5;

  /**
   * @param engine is closed
   * @param device what speaks; empty for a clock in its place
   * @param length at least so long
   */
  public static LongSpeech of(Synthesizer engine, Optional<Speaker> device, Duration length) {
    MeasuredSpeaker speaker = new MeasuredSpeaker(device, true);
    Duration bound = length.plusMinutes(2);
    try (SpeechQueue queue =
        new SpeechQueue(List.of(engine), 180, SpeechQueue.PATIENCE, speaker, _ -> {})) {
      for (int i = 0; i < WARM_UP; i++) {
        say(queue, Phrases.nth(i));
      }
      require(queue.awaitSilence(bound));
      double before = heldMegabytes();
      int threads = Thread.activeCount();
      speaker.reset();
      double end = length.toMillis() / 1000.0;
      for (int i = 0; speaker.soundSeconds() < end; i++) {
        say(queue, Phrases.nth(i));
        say(queue, Phrases.nth(i + 5));
        awaitNearEnd(queue, speaker, speaker.soundSeconds() + LEAST_SECONDS_EACH, bound);
      }
      require(queue.awaitSilence(bound));
      return new LongSpeech(
          speaker.soundSeconds(),
          speaker.worstGap(),
          speaker.lostSeconds(),
          heldMegabytes() - before,
          Thread.activeCount() - threads);
    }
  }

  private static void say(SpeechQueue queue, String text) {
    queue.say(new Utterance(text, Locale.ENGLISH, Priority.BACKGROUND));
  }

  /** The first of two was heard, so that one is still to come. */
  private static void awaitNearEnd(
      SpeechQueue queue, MeasuredSpeaker speaker, double seconds, Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    while (speaker.soundSeconds() < seconds) {
      require(System.nanoTime() < end);
      boolean silent = queue.awaitSilence(Duration.ofMillis(50));
      if (silent) {
        return;
      }
    }
  }

  private static void require(boolean inTime) {
    if (!inTime) {
      throw new IllegalStateException("speech did not end in time");
    }
  }

  private static double heldMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
