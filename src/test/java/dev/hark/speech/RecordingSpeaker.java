package dev.hark.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ears for tests: remembers what was heard, in order, and what was cut off: {@code "Accepted."},
 * {@code "One minute left (cut)"}. While held, an utterance goes on and on, as it does on a device.
 */
public final class RecordingSpeaker implements Speaker {
  private static final long BOUND = TimeUnit.SECONDS.toNanos(20);

  private final List<String> heard = new ArrayList<>();
  private final List<Boolean> wanted = new ArrayList<>();
  private final boolean paced;
  private boolean held;
  private boolean quiet = true;

  public RecordingSpeaker(boolean paced) {
    this.paced = paced;
  }

  /** From now on what is said is not over before {@link #release} or an interruption. */
  public synchronized void hold() {
    held = true;
  }

  public synchronized void release() {
    held = false;
    notifyAll();
  }

  /** Whether a recording leaves room for news. */
  public synchronized void quiet(boolean quiet) {
    this.quiet = quiet;
  }

  /** What was heard; the last may still go on. */
  public synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  /** Every change of whether speech is waited for. */
  public synchronized List<Boolean> wanted() {
    return List.copyOf(wanted);
  }

  /** Waits until this is being said, or was. */
  public void awaitBegun(String text) {
    await(() -> heard.stream().anyMatch(line -> line.startsWith(text)), "begin of " + text);
  }

  /** Waits until just this was heard, to the end. */
  public void awaitHeard(String... lines) {
    await(() -> heard.equals(List.of(lines)), String.join(" | ", lines));
  }

  private synchronized void await(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + BOUND;
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("waited for " + what + "; heard " + heard);
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public synchronized Stream open(int rate, Utterance utterance) {
    heard.add(utterance.text() + " ...");
    notifyAll();
    return new Ear(heard.size() - 1, utterance.text());
  }

  @Override
  public Stream elsewhere(Utterance utterance) {
    return open(0, utterance);
  }

  @Override
  public boolean paced() {
    return paced;
  }

  @Override
  public synchronized void wanted(boolean now) {
    if (wanted.isEmpty() || wanted.getLast() != now) {
      wanted.add(now);
    }
  }

  @Override
  public synchronized boolean quiet() {
    return quiet;
  }

  private final class Ear implements Stream {
    private final int index;
    private final String text;
    private boolean stopped;
    private boolean drained;

    Ear(int index, String text) {
      this.index = index;
      this.text = text;
    }

    @Override
    public void write(short[] samples, int length) {
      waitWhileHeld();
    }

    private void waitWhileHeld() {
      synchronized (RecordingSpeaker.this) {
        while (held && !stopped) {
          try {
            RecordingSpeaker.this.wait();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        }
      }
    }

    @Override
    public void drain() {
      waitWhileHeld();
      synchronized (RecordingSpeaker.this) {
        drained = !stopped;
      }
    }

    @Override
    public void stop() {
      synchronized (RecordingSpeaker.this) {
        stopped = true;
        RecordingSpeaker.this.notifyAll();
      }
    }

    @Override
    public void close() {
      synchronized (RecordingSpeaker.this) {
        heard.set(index, drained ? text : text + " (cut)");
        RecordingSpeaker.this.notifyAll();
      }
    }
  }
}
