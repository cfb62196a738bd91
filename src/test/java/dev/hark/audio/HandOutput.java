package dev.hark.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A device for tests whose time goes on only when told to. Its buffer holds 100 ms. */
public final class HandOutput implements SoundOutput {
  private static final long BOUND = TimeUnit.SECONDS.toNanos(20);

  private final List<String> events = new ArrayList<>();
  private short[] heard = new short[0];
  private HandVoice current = new HandVoice(8000, Track.TASK);

  public HandOutput() {
    current.over = true;
  }

  /** {@code task begins}, {@code task stops}, {@code speech begins} and so on. */
  public synchronized List<String> events() {
    return List.copyOf(events);
  }

  /** All samples that were heard, over all voices. */
  public synchronized short[] heard() {
    return heard.clone();
  }

  /** Lets this much sound be heard. */
  public synchronized void hear(Duration time) {
    long end = System.nanoTime() + BOUND;
    long left = -1;
    while (left != 0) {
      if (left < 0 && !current.over) {
        left = time.toMillis() * current.rate / 1000;
      }
      if (left > 0) {
        left -= current.play(left);
      }
      notifyAll();
      if (left != 0) {
        await(end);
      }
    }
  }

  /** Lets everything be heard until the voice ends, however often it is opened again. */
  public synchronized void hearUntil(java.util.function.BooleanSupplier done) {
    long end = System.nanoTime() + BOUND;
    while (!done.getAsBoolean()) {
      current.play(Long.MAX_VALUE);
      notifyAll();
      await(end);
    }
  }

  public synchronized void awaitEvents(String... expected) {
    long end = System.nanoTime() + BOUND;
    while (!events.equals(List.of(expected))) {
      await(end);
    }
  }

  private void await(long end) {
    if (System.nanoTime() > end) {
      throw new AssertionError("waited too long; " + events + " " + heard.length);
    }
    try {
      TimeUnit.MILLISECONDS.timedWait(this, 5);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Kind kind() {
    return Kind.DEVICE;
  }

  @Override
  public synchronized Voice open(int rate, Track track, String words) {
    if (!current.over) {
      throw new AssertionError("two voices at once");
    }
    current = new HandVoice(rate, track);
    events.add(current.name + " begins");
    notifyAll();
    return current;
  }

  @Override
  public void close() {}

  private final class HandVoice implements Voice {
    private final int rate;
    private final String name;
    private short[] buffer = new short[0];
    private long count;
    private boolean over;

    HandVoice(int rate, Track track) {
      this.rate = rate;
      this.name = track == Track.TASK ? "task" : "speech";
    }

    private long play(long most) {
      int length = (int) Math.min(most, over ? 0 : buffer.length);
      int before = heard.length;
      heard = Arrays.copyOf(heard, before + length);
      System.arraycopy(buffer, 0, heard, before, length);
      buffer = Arrays.copyOfRange(buffer, length, buffer.length);
      count += length;
      return length;
    }

    @Override
    public void write(short[] samples, int length) {
      synchronized (HandOutput.this) {
        while (!over && buffer.length + length > rate / 10) {
          pause();
        }
        if (!over) {
          int before = buffer.length;
          buffer = Arrays.copyOf(buffer, before + length);
          System.arraycopy(samples, 0, buffer, before, length);
          HandOutput.this.notifyAll();
        }
      }
    }

    private void pause() {
      try {
        TimeUnit.MILLISECONDS.timedWait(HandOutput.this, 100);
      } catch (InterruptedException e) {
        over = true;
      }
    }

    @Override
    public void drain() {
      synchronized (HandOutput.this) {
        while (!over && buffer.length > 0) {
          pause();
        }
      }
    }

    @Override
    public void stop() {
      synchronized (HandOutput.this) {
        end("stops");
      }
    }

    @Override
    public long heard() {
      synchronized (HandOutput.this) {
        return count;
      }
    }

    @Override
    public void close() {
      synchronized (HandOutput.this) {
        end("ends");
      }
    }

    private void end(String how) {
      if (!over) {
        over = true;
        events.add(name + " " + how);
        HandOutput.this.notifyAll();
      }
    }
  }
}
