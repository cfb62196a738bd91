package dev.hark.work;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;

/** A microphone that gives what it is fed, and can be unplugged. */
final class FedMicrophone implements SoundInput {
  private static final int STEP = RATE / 100;

  private final Random random = new Random(3);
  private final Deque<short[]> steps = new ArrayDeque<>();
  private int awaiting;
  private boolean unplugged;
  private String trouble = "listen.microphone-gone";

  /** Something is said, with a pause before and after it. */
  void speak() {
    sound(3, 300);
    sound(3000, 400);
    sound(3, 700);
  }

  /** Somebody speaks and speaks. */
  void speakFor(Duration time) {
    sound(3, 300);
    sound(3000, (int) time.toMillis());
  }

  void silence(int millis) {
    sound(0, millis);
  }

  void noise(int millis) {
    sound(500, millis);
  }

  private synchronized void sound(double amplitude, int millis) {
    for (int i = 0; i < millis / 10; i++) {
      short[] step = new short[STEP];
      for (int k = 0; k < STEP; k++) {
        step[k] = (short) Math.round(amplitude * random.nextGaussian());
      }
      steps.add(step);
    }
    notifyAll();
  }

  /** As a real one that is opened anew: what was said before is not heard then. */
  synchronized void forget() {
    steps.clear();
    notifyAll();
  }

  synchronized void unplug() {
    unplugged = true;
    steps.clear();
    notifyAll();
  }

  synchronized void plugIn() {
    unplugged = false;
  }

  @Override
  public Source open() {
    return new Fed();
  }

  @Override
  public boolean mayReturn() {
    return true;
  }

  /** Waits until all that it was fed has been heard, and what listens waits for more. */
  synchronized void drained() throws InterruptedException {
    while (!steps.isEmpty() || awaiting == 0) {
      wait();
    }
  }

  /** Another program has it. */
  synchronized void take() {
    trouble = "listen.microphone-busy";
    unplug();
  }

  private synchronized boolean take(short[] into, Fed source) {
    awaiting++;
    notifyAll();
    try {
      while (steps.isEmpty() && !unplugged && !source.closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    awaiting--;
    short[] step = steps.poll();
    if (step == null || unplugged) {
      return false;
    }
    System.arraycopy(step, 0, into, 0, STEP);
    notifyAll();
    return true;
  }

  private synchronized void close(Fed source) {
    source.closed = true;
    notifyAll();
  }

  private synchronized boolean gone() {
    return unplugged;
  }

  private final class Fed implements Source {
    private boolean closed;

    @Override
    public boolean read(short[] into) {
      return take(into, this);
    }

    @Override
    public Optional<Sentence> trouble() {
      return gone() ? Optional.of(Sentence.of(trouble)) : Optional.empty();
    }

    @Override
    public void close() {
      FedMicrophone.this.close(this);
    }
  }
}
