package dev.hark.audio.device;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Sentence;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/**
 * What a line records. Never calls the line's blocking read: a device that is unplugged would keep
 * the thread for ever.
 */
final class LineSource implements SoundInput.Source {
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  private final TargetDataLine line;
  private volatile boolean closed;
  private volatile @Nullable Sentence trouble;

  LineSource(TargetDataLine line) {
    this.line = line;
  }

  @Override
  public boolean read(short[] into) {
    byte[] bytes = new byte[into.length * 2];
    int filled = 0;
    long progress = System.nanoTime();
    while (filled < bytes.length && !closed) {
      int taken = take(bytes, filled);
      if (taken > 0) {
        filled += taken;
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > PATIENCE) {
        trouble = Sentence.of("listen.microphone-gone");
        return false;
      } else {
        LockSupport.parkNanos(STEP);
      }
    }
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(into);
    return !closed;
  }

  private synchronized int take(byte[] bytes, int from) {
    int fits = closed ? 0 : Math.min(line.available(), bytes.length - from) & ~1;
    return fits <= 0 ? 0 : line.read(bytes, from, fits);
  }

  @Override
  public Optional<Sentence> trouble() {
    return Optional.ofNullable(trouble);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      line.stop();
      line.close();
    }
  }
}
