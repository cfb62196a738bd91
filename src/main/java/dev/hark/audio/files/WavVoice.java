package dev.hark.audio.files;

import dev.hark.audio.SoundOutput;
import dev.hark.audio.Wav;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One file, made with the first sample, so that what was never begun leaves none. */
final class WavVoice implements SoundOutput.Voice {
  private final Path file;
  private final int rate;
  private final Runnable failed;
  private final LongConsumer done;
  private @Nullable FileChannel channel;
  private long written;
  private boolean over;

  WavVoice(Path file, int rate, Runnable failed, LongConsumer done) {
    this.file = file;
    this.rate = rate;
    this.failed = failed;
    this.done = done;
  }

  @Override
  public synchronized void write(short[] samples, int length) {
    if (over || length == 0) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples, 0, length);
    try {
      FileChannel to = channel;
      if (to == null) {
        to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel = to;
        fill(to, ByteBuffer.wrap(Wav.header(rate, 0)), 0);
      }
      fill(to, bytes, 44 + written * 2);
    } catch (IOException e) {
      over = true;
      failed.run();
    }
    written += length;
  }

  private static void fill(FileChannel to, ByteBuffer bytes, long at) throws IOException {
    while (bytes.hasRemaining()) {
      at += to.write(bytes, at);
    }
  }

  @Override
  public void drain() {}

  @Override
  public synchronized void stop() {
    over = true;
  }

  @Override
  public synchronized long heard() {
    return written;
  }

  @Override
  public synchronized void close() {
    over = true;
    FileChannel open = channel;
    if (open == null) {
      return;
    }
    channel = null;
    try (open) {
      fill(open, ByteBuffer.wrap(Wav.header(rate, written)), 0);
    } catch (IOException e) {
      failed.run();
    }
    done.accept(written);
  }
}
