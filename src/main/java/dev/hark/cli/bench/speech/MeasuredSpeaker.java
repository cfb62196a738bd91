package dev.hark.cli.bench.speech;

import dev.hark.speech.Speaker;
import dev.hark.speech.Utterance;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A speaker that notes when sound comes, stops and fails to come in time: over a device, or over a
 * clock that takes the time that the sound lasts, with 100 ms of it in a buffer as a device has.
 */
final class MeasuredSpeaker implements Speaker {
  private static final double BUFFER_SECONDS = 0.1;
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);

  private final Optional<Speaker> device;
  private final boolean paced;
  private CountDownLatch first = new CountDownLatch(1);
  private long firstAt;
  private long stoppedAt;
  private long endedAt;
  private double worstGap;
  private double soundSeconds;
  private double lostSeconds;

  /**
   * @param device where the sound goes to; empty for a clock
   * @param paced whether sound takes its time
   */
  MeasuredSpeaker(Optional<Speaker> device, boolean paced) {
    this.device = device;
    this.paced = paced;
  }

  /** From now on the next sample is the first. */
  synchronized void arm() {
    first = new CountDownLatch(1);
  }

  /** From now on gaps count. */
  synchronized void reset() {
    endedAt = 0;
    worstGap = 0;
    soundSeconds = 0;
    lostSeconds = 0;
  }

  /**
   * Waits for the first sample since {@link #arm}.
   *
   * @return when that was, by {@link System#nanoTime}
   */
  long awaitFirst() throws InterruptedException {
    CountDownLatch latch;
    synchronized (this) {
      latch = first;
    }
    if (!latch.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nothing was said");
    }
    synchronized (this) {
      return firstAt;
    }
  }

  /** When a stream was last told to be silent, and was. */
  synchronized long stoppedAt() {
    return stoppedAt;
  }

  /** The longest time, in milliseconds, in which a listener heard nothing for lack of sound. */
  synchronized double worstGap() {
    return worstGap * 1000;
  }

  synchronized double soundSeconds() {
    return soundSeconds;
  }

  /** The sum of all gaps. */
  synchronized double lostSeconds() {
    return lostSeconds;
  }

  private synchronized void gap(double seconds) {
    worstGap = Math.max(worstGap, seconds);
    lostSeconds += seconds;
  }

  private synchronized void began(long now) {
    if (endedAt != 0) {
      gap((now - endedAt) / 1e9);
    }
    if (first.getCount() > 0) {
      firstAt = now;
      first.countDown();
    }
  }

  private synchronized void ended(long now, double seconds) {
    endedAt = now;
    soundSeconds += seconds;
  }

  private synchronized void stopped(long now) {
    stoppedAt = now;
    endedAt = 0;
  }

  @Override
  public Stream open(int rate, Utterance utterance) {
    return new Ear(rate, device.map(speaker -> speaker.open(rate, utterance)));
  }

  @Override
  public boolean paced() {
    return paced;
  }

  @Override
  public void wanted(boolean wanted) {}

  @Override
  public boolean quiet() {
    return true;
  }

  private final class Ear implements Stream {
    private final int rate;
    private final Optional<Stream> inner;
    private long begin;
    private long written;
    private volatile boolean over;

    Ear(int rate, Optional<Stream> inner) {
      this.rate = rate;
      this.inner = inner;
    }

    private double ahead() {
      return (double) written / rate - (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void write(short[] samples, int length) {
      if (written == 0) {
        begin = System.nanoTime();
        began(begin);
      } else if (ahead() < 0 && inner.isEmpty() && paced) {
        double late = -ahead();
        gap(late);
        begin += (long) (late * 1e9);
      }
      written += length;
      inner.ifPresent(stream -> stream.write(samples, length));
      while (paced && inner.isEmpty() && !over && ahead() > BUFFER_SECONDS) {
        LockSupport.parkNanos(STEP);
      }
    }

    @Override
    public void drain() {
      inner.ifPresent(Stream::drain);
      while (paced && inner.isEmpty() && !over && ahead() > 0) {
        LockSupport.parkNanos(Math.min(STEP, Math.max(1, (long) (ahead() * 1e9))));
      }
      if (!over && written > 0) {
        double late = -ahead();
        if (inner.isPresent() && late > 0) {
          // What a device plays late it played with gaps, or its own delay.
          gap(late);
        }
        ended(System.nanoTime(), (double) written / rate);
      }
    }

    @Override
    public void stop() {
      over = true;
      inner.ifPresent(Stream::stop);
      stopped(System.nanoTime());
    }

    @Override
    public void close() {
      inner.ifPresent(Stream::close);
    }
  }
}
