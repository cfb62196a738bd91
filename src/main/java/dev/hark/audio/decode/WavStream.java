package dev.hark.audio.decode;

import dev.hark.audio.WavFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/** WAV, also RF64, as {@link WavFormat} knows it. */
final class WavStream implements SoundStream {
  private static final int RF64 = 0x34364652;
  private static final int WAVE = 0x45564157;
  private static final int FMT = 0x20746d66;
  private static final int DATA = 0x61746164;
  private static final int DS64 = 0x34367364;
  private static final long UNKNOWN = 0xffff_ffffL;
  private static final int MOST_HEAD = 1 << 16;

  private final InputStream in;
  private final WavFormat format;
  private final OptionalLong promised;
  private long rest;
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  /**
   * @throws NotSound where it is no WAV file that can be read
   */
  WavStream(InputStream in) throws IOException {
    this.in = in;
    ByteBuffer head = bytes(12);
    long long64 = UNKNOWN;
    boolean is64 = head.getInt(0) == RF64;
    if (head.getInt(8) != WAVE) {
      throw new NotSound();
    }
    WavFormat found = null;
    while (true) {
      ByteBuffer chunk = bytes(8);
      int kind = chunk.getInt(0);
      long size = Integer.toUnsignedLong(chunk.getInt(4));
      if (kind == DATA) {
        if (found == null) {
          throw new NotSound();
        }
        long length = size == UNKNOWN && is64 ? long64 : size;
        // A writer that streamed could not go back to fill in the size.
        boolean open = length == 0 || length == UNKNOWN;
        rest = open ? Long.MAX_VALUE : length / found.frameBytes() * found.frameBytes();
        promised = open ? OptionalLong.empty() : OptionalLong.of(rest / found.frameBytes());
        break;
      }
      if (kind == FMT || kind == DS64) {
        ByteBuffer content = bytes((int) Math.min(size, MOST_HEAD));
        in.skipNBytes(size - content.limit() + (size & 1));
        if (kind == FMT) {
          found = WavFormat.parse(content);
          if (found == null) {
            throw new NotSound();
          }
        } else if (content.limit() >= 16) {
          long64 = content.getLong(8);
        }
      } else {
        in.skipNBytes(size + (size & 1));
      }
    }
    format = found;
  }

  /**
   * From some frame on.
   *
   * @param in stands at the first byte of a frame
   * @param rest how many bytes of frames follow
   */
  WavStream(InputStream in, WavFormat format, long rest) {
    this.in = in;
    this.format = format;
    this.rest = rest;
    this.promised = OptionalLong.of(rest / format.frameBytes());
  }

  WavFormat format() {
    return format;
  }

  private ByteBuffer bytes(int count) throws IOException {
    byte[] read = in.readNBytes(count);
    if (read.length < count) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public int rate() {
    return format.rate();
  }

  @Override
  public int channels() {
    return format.channels();
  }

  @Override
  public int read(float[] into) throws IOException {
    int frame = format.frameBytes();
    int most = into.length / format.channels() * frame;
    if (bytes.capacity() < most) {
      bytes = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
    }
    int read = in.readNBytes(bytes.array(), 0, (int) Math.min(most, rest));
    rest -= read;
    int frames = read / frame;
    int sampleBytes = frame / format.channels();
    for (int i = 0; i < frames * format.channels(); i++) {
      into[i] = (float) (format.sample(bytes, i * sampleBytes) / 32_768);
    }
    return frames == 0 ? -1 : frames;
  }

  @Override
  public OptionalLong promised() {
    return promised;
  }

  @Override
  public boolean whole() {
    return true;
  }

  @Override
  public int damaged() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
