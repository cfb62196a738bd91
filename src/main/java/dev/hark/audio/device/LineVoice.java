package dev.hark.audio.device;

import dev.hark.audio.SoundOutput;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.SourceDataLine;

/**
 * One voice on a line. Never calls the line's blocking methods: a device that stalls would keep the
 * thread for ever. A line that takes no more is replaced, once or more, where the output can.
 */
final class LineVoice implements SoundOutput.Voice {
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);

  /**
   * A device that plays nothing of a full buffer for so long is gone. A sound server may have taken
   * two seconds of another program ahead, and comes to this voice only after them.
   */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);

  /**
   * A device that has room and takes nothing is gone; this long, and so many times, it may be about
   * to move, or the machine be busy.
   */
  private static final long PATIENCE_WITH_ROOM = TimeUnit.MILLISECONDS.toNanos(500);

  private static final int TRIES = 50;

  private final DeviceOutput output;
  private SourceDataLine line;
  private long base;
  private long heardBefore;
  private long written;
  private volatile boolean over;
  private boolean released;
  private long heardAtEnd = -1;

  LineVoice(SourceDataLine line, DeviceOutput output) {
    this.line = line;
    this.output = output;
    this.base = line.getLongFramePosition();
    line.start();
  }

  @Override
  public void write(short[] samples, int length) {
    byte[] bytes = new byte[length * 2];
    for (int i = 0; i < length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    int done = 0;
    Stall stall = new Stall();
    while (done < bytes.length && !over) {
      int taken = take(bytes, done, stall);
      if (taken > 0) {
        done += taken;
        stall = new Stall();
      } else if (stall.isTooLong()) {
        replace();
        stall = new Stall();
      } else {
        LockSupport.parkNanos(STEP);
      }
    }
  }

  private synchronized int take(byte[] bytes, int from, Stall stall) {
    if (over) {
      return 0;
    }
    int fits = Math.min(line.available(), bytes.length - from) & ~1;
    int taken = fits <= 0 ? 0 : line.write(bytes, from, fits);
    written += taken / 2;
    stall.tried(fits > 0);
    return taken;
  }

  /** Since when the line takes nothing, and since when so although it has room. */
  private static final class Stall {
    private final long since = System.nanoTime();
    private int tries;
    private long roomSince;
    private int triesWithRoom;

    void tried(boolean room) {
      tries++;
      if (!room) {
        triesWithRoom = 0;
      } else if (triesWithRoom++ == 0) {
        roomSince = System.nanoTime();
      }
    }

    boolean isTooLong() {
      long now = System.nanoTime();
      return (triesWithRoom > TRIES && now - roomSince > PATIENCE_WITH_ROOM)
          || (tries > TRIES && now - since > PATIENCE);
    }
  }

  /** Goes on on another line; what the dead one had in its buffer is lost. */
  private void replace() {
    SourceDataLine next = output.replace(line);
    synchronized (this) {
      heardBefore = written;
      if (next == null) {
        released = true;
        end();
      } else if (over) {
        next.close();
        released = true;
      } else {
        line = next;
        base = next.getLongFramePosition();
        next.start();
      }
    }
  }

  private void end() {
    heardAtEnd = heardBefore;
    over = true;
  }

  @Override
  public void drain() {
    long progress = System.nanoTime();
    long before = -1;
    while (!over && heard() < written()) {
      long now = heard();
      if (now != before) {
        before = now;
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > PATIENCE) {
        replace();
        return;
      }
      LockSupport.parkNanos(STEP);
    }
  }

  private synchronized long written() {
    return written;
  }

  @Override
  public synchronized void stop() {
    if (over) {
      return;
    }
    heardAtEnd = now();
    over = true;
    line.stop();
    line.flush();
  }

  private long now() {
    long here = Math.max(0, line.getLongFramePosition() - base);
    return Math.min(written, heardBefore + here);
  }

  @Override
  public synchronized long heard() {
    return heardAtEnd >= 0 ? heardAtEnd : now();
  }

  @Override
  public synchronized void close() {
    if (!released) {
      stop();
      released = true;
      output.release(line);
    }
  }
}
