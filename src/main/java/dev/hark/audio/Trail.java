package dev.hark.audio;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was written to a voice and perhaps not yet heard: which sample is which place. */
final class Trail {
  private final Deque<Step> steps = new ArrayDeque<>();
  private long written;

  /**
   * From this sample of the voice on, its sound is that of the recording from one place to another.
   *
   * @param from samples of the voice
   * @param at samples of the recording
   * @param speed samples of the recording for each sample of the voice
   */
  private record Step(long from, double at, double to, double speed) {}

  /** A voice was opened, or what was written is dropped. */
  void clear() {
    steps.clear();
    written = 0;
  }

  /** So many samples will be written, which play from one place to the other. */
  void add(int length, double at, double to, double speed) {
    steps.addLast(new Step(written, at, to, speed));
    written += length;
  }

  /**
   * The place that is heard now, in samples of the recording.
   *
   * @param heard samples of the voice
   * @param otherwise where nothing was written
   */
  double place(long heard, double otherwise) {
    Step step = steps.peekFirst();
    while (steps.size() > 1 && second().from() <= heard) {
      steps.removeFirst();
      step = steps.peekFirst();
    }
    return step == null
        ? otherwise
        : Math.min(step.to(), step.at() + Math.max(0, heard - step.from()) * step.speed());
  }

  private Step second() {
    var each = steps.iterator();
    each.next();
    return each.next();
  }
}
