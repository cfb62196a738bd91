package dev.hark.speech;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One utterance on its way from an engine's thread to the queue's. */
final class Synthesis implements Pcm {
  /** About 50 ms at 16 kHz, so that little is made that an interruption throws away. */
  private static final int MOST = 800;

  /** What the engine's thread hands over. */
  sealed interface Part {}

  /**
   * @param samples 50 ms or less
   */
  record Sound(short[] samples, int rate) implements Part {}

  /** The engine is heard on a device of its own. */
  record Elsewhere() implements Part {}

  /**
   * @param failure why the engine failed, or null where all was said
   */
  record End(@Nullable RuntimeException failure) implements Part {}

  /** The engine gave nothing for too long. */
  record Hung() implements Part {}

  /** Somebody wants silence. */
  record Cancelled() implements Part {}

  private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(16);
  private volatile boolean cancelled;
  private @Nullable Runnable stop;

  @Override
  public boolean write(short[] samples, int length, int rate) {
    for (int from = 0; from < length && !cancelled; from += MOST) {
      hand(new Sound(Arrays.copyOfRange(samples, from, Math.min(length, from + MOST)), rate));
    }
    return !cancelled;
  }

  @Override
  public boolean elsewhere() {
    if (parts.isEmpty()) {
      hand(new Elsewhere());
    }
    return !cancelled;
  }

  @Override
  public boolean wanted() {
    return !cancelled;
  }

  @Override
  public void onStop(Runnable whenCancelled) {
    synchronized (this) {
      if (!cancelled) {
        stop = whenCancelled;
        return;
      }
    }
    whenCancelled.run();
  }

  void ended(@Nullable RuntimeException failure) {
    hand(new End(failure));
  }

  private void hand(Part part) {
    boolean interrupted = false;
    while (!cancelled) {
      try {
        if (parts.offer(part, 100, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
        cancelled = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next part; the engine has this long to give it. */
  Part next(Duration bound) {
    if (cancelled) {
      return new Cancelled();
    }
    try {
      Part part = parts.poll(bound.toMillis(), TimeUnit.MILLISECONDS);
      return cancelled ? new Cancelled() : part == null ? new Hung() : part;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Cancelled();
    }
  }

  void cancel() {
    Runnable stopped;
    synchronized (this) {
      cancelled = true;
      stopped = stop;
      stop = null;
    }
    parts.clear();
    // Wakes whoever waits for the next part; where it is full, nobody waits.
    boolean woken = parts.offer(new Cancelled());
    assert woken || cancelled;
    if (stopped != null) {
      stopped.run();
    }
  }

  boolean cancelled() {
    return cancelled;
  }
}
