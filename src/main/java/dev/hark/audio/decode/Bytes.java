package dev.hark.audio.decode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file's bytes, read from any place, whether they lie in memory or on a disk. One thread. */
abstract class Bytes implements Closeable {
  abstract long size();

  /** Reads as many as there are and as there is room for; none at the end. */
  abstract int read(long at, byte[] into, int from, int count) throws IOException;

  static Bytes of(byte[] bytes) {
    return new Bytes() {
      @Override
      long size() {
        return bytes.length;
      }

      @Override
      int read(long at, byte[] into, int from, int count) {
        int length = (int) Math.clamp(bytes.length - at, 0, count);
        if (length > 0) {
          System.arraycopy(bytes, (int) at, into, from, length);
        }
        return length;
      }

      @Override
      public void close() {}
    };
  }

  static Bytes of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    long size = channel.size();
    return new Bytes() {
      @Override
      long size() {
        return size;
      }

      @Override
      int read(long at, byte[] into, int from, int count) throws IOException {
        ByteBuffer room = ByteBuffer.wrap(into, from, count);
        while (room.hasRemaining()) {
          if (channel.read(room, at + room.position() - from) <= 0) {
            break;
          }
        }
        return room.position() - from;
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  private final byte[] page = new byte[1 << 14];
  private long pageFrom;
  private int pageLength;

  /** One byte, 0 to 255; -1 behind the end. Looks at bytes near each other are cheap. */
  int at(long place) throws IOException {
    if (place < pageFrom || place >= pageFrom + pageLength) {
      pageFrom = place;
      pageLength = read(place, page, 0, page.length);
    }
    return pageLength == 0 ? -1 : page[(int) (place - pageFrom)] & 0xff;
  }

  /**
   * A part in one piece.
   *
   * @param to behind its last byte; nothing is read behind the end
   */
  byte[] part(long from, long to) throws IOException {
    byte[] part = new byte[(int) Math.clamp(Math.min(to, size()) - from, 0, Integer.MAX_VALUE - 8)];
    return Arrays.copyOf(part, read(from, part, 0, part.length));
  }

  Reader from(long at) {
    return new Reader(at, size());
  }

  Reader from(long at, long to) {
    return new Reader(at, Math.min(to, size()));
  }

  /** Reads on from a place; closing it closes nothing. */
  final class Reader extends InputStream {
    private long at;
    private long marked;
    private final long end;

    private Reader(long at, long end) {
      this.at = at;
      this.end = end;
    }

    /** Of the next byte. */
    long place() {
      return at;
    }

    @Override
    public int read() throws IOException {
      return at >= end ? -1 : Bytes.this.at(at++);
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      int length = Bytes.this.read(at, into, from, (int) Math.clamp(end - at, 0, count));
      at += length;
      return length == 0 && count > 0 ? -1 : length;
    }

    @Override
    public long skip(long count) {
      long skipped = Math.clamp(end - at, 0, Math.max(0, count));
      at += skipped;
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return true;
    }

    @Override
    public void mark(int limit) {
      marked = at;
    }

    @Override
    public void reset() {
      at = marked;
    }
  }
}
