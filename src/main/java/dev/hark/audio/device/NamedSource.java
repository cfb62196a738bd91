package dev.hark.audio.device;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is listened to, which may be another microphone from one moment to the next. */
final class NamedSource implements SoundInput.Source {
  private final Duration between;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Supplier<Optional<SoundInput.Source>> better;
  private volatile SoundInput.Source now;

  /**
   * @param between the time between two looks for a better one
   * @param better gives one where there is one from now on; is asked on a thread of its own
   */
  NamedSource(
      SoundInput.Source first, Duration between, Supplier<Optional<SoundInput.Source>> better) {
    this.now = first;
    this.between = between;
    this.better = better;
    Thread.ofPlatform().daemon().name("look for the microphone").start(this::look);
  }

  private void look() {
    while (waited()) {
      better.get().ifPresent(this::goOnWith);
    }
  }

  private boolean waited() {
    try {
      return !closed.await(between.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void goOnWith(SoundInput.Source next) {
    SoundInput.Source over;
    synchronized (this) {
      boolean late = closed.getCount() == 0;
      over = late ? next : now;
      now = late ? now : next;
    }
    over.close();
  }

  @Override
  public boolean read(short[] into) {
    SoundInput.Source read;
    do {
      read = now;
      if (read.read(into)) {
        return true;
      }
    } while (!read.equals(now));
    return false;
  }

  @Override
  public Optional<Sentence> trouble() {
    return now.trouble();
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    now.close();
  }
}
