package dev.hark.audio.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** FLAC: each frame says where it belongs, and can be decoded by itself. */
final class FlacSeeking implements Seeking {
  private static final int INFO = 34;

  /** So many bytes are decoded rather than searched: a second or two of sound. */
  private static final long NEAR = 1 << 15;

  private final Bytes bytes;
  private final byte[] head;
  private final int blockSize;
  private final int channels;
  private final long start;
  private final long frames;

  /**
   * @param in stands at the start of the file
   */
  FlacSeeking(Bytes bytes, Bytes.Reader in) throws IOException {
    this.bytes = bytes;
    long place = in.place() + 4;
    byte[] info = bytes.part(place + 4, place + 4 + INFO);
    if (info.length < INFO || (bytes.at(place) & 0x7f) != 0) {
      throw new NotSound();
    }
    ByteBuffer values = ByteBuffer.wrap(info);
    blockSize = Short.toUnsignedInt(values.getShort(2));
    channels = ((values.get(12) >> 1) & 7) + 1;
    head = new byte[8 + INFO];
    System.arraycopy(new byte[] {'f', 'L', 'a', 'C', (byte) 0x80, 0, 0, INFO}, 0, head, 0, 8);
    System.arraycopy(info, 0, head, 8, INFO);
    start = behindMetadata(place);
    long promised = values.getLong(10) & 0xf_ffff_ffffL;
    frames = promised > 0 ? promised : counted();
    // The library takes a file that does not say how long it is for none.
    ByteBuffer.wrap(head).putLong(18, values.getLong(10) | (frames & 0xf_ffff_ffffL));
  }

  private long behindMetadata(long from) throws IOException {
    long place = from;
    boolean last = false;
    while (!last) {
      int kind = bytes.at(place);
      if (kind < 0) {
        throw new NotSound();
      }
      last = (kind & 0x80) != 0;
      long length =
          ((long) bytes.at(place + 1) << 16)
              | ((long) bytes.at(place + 2) << 8)
              | bytes.at(place + 3);
      place += 4 + Math.max(0, length);
    }
    return place;
  }

  /** Up to the end of its last frame, where the file does not say how many there are. */
  private long counted() throws IOException {
    long before = bytes.size();
    FlacHeader last = null;
    while (last == null && before > start) {
      long from = Math.max(start, before - 2 * NEAR);
      for (FlacHeader at = find(from, bytes.size(), -1, Long.MAX_VALUE);
          at != null;
          at = find(at.place() + 1, bytes.size(), at.first(), Long.MAX_VALUE)) {
        last = at;
      }
      before = from;
    }
    return last == null ? 0 : last.first() + blockSize;
  }

  /** The first frame from a place on whose samples lie between two others. */
  private @Nullable FlacHeader find(long from, long to, long above, long below) throws IOException {
    for (long place = from; place < to; place++) {
      if (bytes.at(place) == 0xff) {
        FlacHeader found = FlacHeader.read(bytes, place, blockSize, channels);
        if (found != null && found.first() > above && found.first() < below) {
          return found;
        }
      }
    }
    return null;
  }

  @Override
  public long frames() {
    return frames;
  }

  @Override
  public Begun at(long frame) throws IOException {
    FlacHeader low = new FlacHeader(start, 0);
    long high = bytes.size();
    long below = frames + 1;
    while (high - low.place() > NEAR) {
      long middle = low.place() + (high - low.place()) / 2;
      FlacHeader found = find(middle, high, low.first(), below);
      if (found == null) {
        high = middle;
      } else if (found.first() <= frame) {
        low = found;
      } else {
        high = middle;
        below = found.first();
      }
    }
    return new Begun(
        new FlacStream(
            new SequenceInputStream(new ByteArrayInputStream(head), bytes.from(low.place()))),
        low.first());
  }
}
