package dev.hark.speech;

import java.util.Arrays;

/** Takes the sound of one text, for tests: keeps it, and may say stop. */
public final class Taken implements Pcm {
  private final long most;
  private short[] samples = new short[16_000];
  private int count;
  private int rate;
  private int calls;
  private boolean stopped;
  private Runnable stop = () -> {};

  /** Wants all of it. */
  public Taken() {
    this(Long.MAX_VALUE);
  }

  /**
   * @param most how many times it takes sound
   */
  public Taken(long most) {
    this.most = most;
  }

  @Override
  public synchronized boolean write(short[] more, int length, int samplesPerSecond) {
    if (stopped) {
      return false;
    }
    if (count + length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(samples.length * 2, count + length));
    }
    System.arraycopy(more, 0, samples, count, length);
    count += length;
    rate = samplesPerSecond;
    calls++;
    if (calls >= most) {
      stop();
    }
    return !stopped;
  }

  @Override
  public synchronized boolean elsewhere() {
    calls++;
    return !stopped;
  }

  /** From now on nobody listens. */
  public synchronized void stop() {
    if (!stopped) {
      stopped = true;
      stop.run();
    }
  }

  @Override
  public synchronized boolean wanted() {
    return !stopped;
  }

  @Override
  public synchronized void onStop(Runnable whenStopped) {
    stop = whenStopped;
  }

  public synchronized int calls() {
    return calls;
  }

  public synchronized double seconds() {
    return rate == 0 ? 0 : (double) count / rate;
  }

  public synchronized short[] samples() {
    return Arrays.copyOf(samples, count);
  }
}
