package dev.hark.audio.decode;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * MPEG audio: its frames are walked over once, without decoding. A frame needs what stands before
 * it, so that decoding begins some frames earlier.
 */
final class Mp3Seeking implements Seeking {
  /** A frame may have up to 511 bytes of its sound in frames before it. */
  private static final int RESERVOIR = 511;

  private static final int HEAD_AND_SIDE = 38;

  /** So many frames more, for the overlap of the transform and the filters' memory. */
  private static final int SETTLE = 3;

  private static final int MOST_BEFORE = 64;
  private static final int MOST_FRAMES = 2_000_000;

  private final Bytes bytes;
  private final Mp3Header first;
  private long[] places = new long[1024];
  private int count;

  /**
   * @param in stands at the first frame
   */
  Mp3Seeking(Bytes bytes, Bytes.Reader in) throws IOException {
    this.bytes = bytes;
    long place = in.place();
    Mp3Header found = Mp3Header.read(bytes, place);
    while (found == null && place < bytes.size()) {
      found = Mp3Header.read(bytes, ++place);
    }
    if (found == null) {
      throw new NotSound();
    }
    first = found;
    walk(place);
  }

  private void walk(long from) throws IOException {
    long place = from;
    long expected = from;
    while (place < bytes.size() && count < MOST_FRAMES) {
      Mp3Header head = fitting(place);
      // Where one was lost, what looks like a frame is one only if another follows it.
      if (head == null || (place != expected && fitting(place + head.size()) == null)) {
        place++;
        continue;
      }
      if (count == places.length) {
        places = Arrays.copyOf(places, count * 2);
      }
      places[count++] = place;
      place += head.size();
      expected = place;
    }
  }

  private @Nullable Mp3Header fitting(long place) throws IOException {
    Mp3Header head = Mp3Header.read(bytes, place);
    return head != null && head.kind() == first.kind() ? head : null;
  }

  @Override
  public long frames() {
    return (long) count * first.samples();
  }

  @Override
  public Begun at(long frame) throws IOException {
    int wanted = (int) Math.clamp(frame / first.samples(), 0, Math.max(0, count - 1));
    int from = Math.max(0, wanted - SETTLE);
    long reservoir = 0;
    while (from > 0 && wanted - from < MOST_BEFORE && reservoir < RESERVOIR) {
      from--;
      reservoir += Math.max(0, places[from + 1] - places[from] - HEAD_AND_SIDE);
    }
    return new Begun(new Mp3Stream(bytes.from(places[from])), (long) from * first.samples());
  }
}
