package dev.hark.audio.device;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is listened to, which may be another microphone from one moment to the next. */
final class NamedSource implements SoundInput.Source {
  private final Duration between;
  private final Supplier<Optional<SoundInput.Source>> better;
  private volatile SoundInput.Source now;
  private boolean closed;

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

  private synchronized boolean waited() {
    try {
      long end = System.nanoTime() + between.toNanos();
      for (long left = between.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void goOnWith(SoundInput.Source next) {
    SoundInput.Source over;
    synchronized (this) {
      over = closed ? next : now;
      now = closed ? now : next;
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
    closed = true;
    notifyAll();
    now.close();
  }
}
