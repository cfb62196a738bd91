package dev.hark.audio.device;

import dev.hark.audio.SoundOutput;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.SourceDataLine;

/**
 * One voice on a line. Never calls the line's blocking methods: a device that stalls would keep the
 * thread for ever.
 */
final class LineVoice implements SoundOutput.Voice {
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  private final SourceDataLine line;
  private final DeviceOutput output;
  private final long base;
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
    long progress = System.nanoTime();
    while (done < bytes.length && !over) {
      int taken = take(bytes, done);
      if (taken > 0) {
        done += taken;
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > PATIENCE) {
        giveUp();
      } else {
        LockSupport.parkNanos(STEP);
      }
    }
  }

  private synchronized int take(byte[] bytes, int from) {
    if (over) {
      return 0;
    }
    int fits = Math.min(line.available(), bytes.length - from) & ~1;
    int taken = fits <= 0 ? 0 : line.write(bytes, from, fits);
    written += taken / 2;
    return taken;
  }

  private void giveUp() {
    over = true;
    output.lost();
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
        giveUp();
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
    heardAtEnd = Math.min(written, line.getLongFramePosition() - base);
    over = true;
    line.stop();
    line.flush();
  }

  @Override
  public synchronized long heard() {
    return heardAtEnd >= 0 ? heardAtEnd : Math.min(written, line.getLongFramePosition() - base);
  }

  @Override
  public synchronized void close() {
    if (released) {
      return;
    }
    stop();
    released = true;
    output.release(line);
  }
}
