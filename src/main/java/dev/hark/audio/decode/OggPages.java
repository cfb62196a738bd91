package dev.hark.audio.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/** The pages of one stream in an Ogg file, found from any place (RFC 3533, 6). */
final class OggPages {
  /** Bytes of a page before its table of segments, the last of which counts those. */
  static final int HEAD = 27;

  private static final long NEAR = 1 << 16;

  /** As large as a page can be, and one more. */
  private static final long LAST_PAGES = 2L * (HEAD + 255 + 255 * 255);

  private final Bytes bytes;
  private final int serial;
  private final byte[] head;
  private final long start;
  private final long last;

  /**
   * A page.
   *
   * @param place its first byte
   * @param end behind its last byte
   * @param granule frames up to its end; -1 where no packet ends in it
   */
  record Page(long place, long end, long granule, int serial) {}

  /**
   * @param in stands at the start of the file
   * @param mark what the stream's first packet begins with
   * @throws NotSound where no stream begins so
   */
  OggPages(Bytes bytes, Bytes.Reader in, String mark) throws IOException {
    this.bytes = bytes;
    long from = in.place();
    Page page = page(from);
    while (page != null && !begins(page, mark)) {
      page = page(page.end());
    }
    if (page == null) {
      throw new NotSound();
    }
    serial = page.serial();
    while (page != null && (page.serial() != serial || page.granule() <= 0)) {
      page = next(page.end(), bytes.size());
    }
    start = page == null ? bytes.size() : page.place();
    head = bytes.part(from, start);
    last = lastGranule();
  }

  private boolean begins(Page page, String mark) throws IOException {
    long body = page.place() + HEAD + bytes.at(page.place() + 26);
    for (int i = 0; i < mark.length(); i++) {
      if (bytes.at(body + i) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** What the last page says of the frames up to its end. */
  long last() {
    return last;
  }

  /** What stands before the sound. */
  byte[] head() {
    return head;
  }

  /** The last page whose frames end at a place or before it; null where there is none. */
  @Nullable Page before(long granule) throws IOException {
    Page low = null;
    long from = start;
    long high = bytes.size();
    while (high - from > NEAR) {
      long middle = from + (high - from) / 2;
      Page found = find(middle, high);
      if (found != null && found.granule() <= granule && found.granule() < last) {
        low = found;
        from = found.place();
      } else {
        high = middle;
      }
    }
    // Page by page: reading on costs less than decoding what is not heard.
    for (Page page = find(from, high);
        page != null && page.granule() <= granule && page.granule() < last;
        page = find(page.end(), high)) {
      low = page;
    }
    return low;
  }

  /** All from the start of the sound on, with what stands before it. */
  InputStream all() {
    return part(start, bytes.size());
  }

  /** A part, with what stands before the sound. */
  InputStream part(long from, long to) {
    return new SequenceInputStream(new ByteArrayInputStream(head), bytes.from(from, to));
  }

  InputStream from(long place) {
    return part(place, bytes.size());
  }

  private @Nullable Page page(long place) throws IOException {
    if (bytes.at(place) != 'O'
        || bytes.at(place + 1) != 'g'
        || bytes.at(place + 2) != 'g'
        || bytes.at(place + 3) != 'S'
        || bytes.at(place + 4) != 0) {
      return null;
    }
    int segments = bytes.at(place + 26);
    long end = place + HEAD + Math.max(0, segments);
    for (int i = 0; i < segments; i++) {
      end += Math.max(0, bytes.at(place + HEAD + i));
    }
    return new Page(place, end, number(place + 6, 8), (int) number(place + 14, 4));
  }

  private long number(long place, int length) throws IOException {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = (number << 8) | (bytes.at(place + i) & 0xff);
    }
    return number;
  }

  /** The first page of any stream that begins between two places. */
  private @Nullable Page next(long from, long to) throws IOException {
    for (long place = from; place < to; place++) {
      Page found = bytes.at(place) == 'O' ? page(place) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The first page of the recording with an end of a packet that begins between two places. */
  private @Nullable Page find(long from, long to) throws IOException {
    Page found = next(from, to);
    while (found != null && (found.serial() != serial || found.granule() <= 0)) {
      found = next(found.place() + 4, to);
    }
    return found;
  }

  private long lastGranule() throws IOException {
    long before = bytes.size();
    Page last = null;
    while (last == null && before > start) {
      long from = Math.max(start, before - LAST_PAGES);
      for (Page page = find(from, bytes.size());
          page != null;
          page = find(page.place() + 4, bytes.size())) {
        last = page;
      }
      before = from;
    }
    return last == null ? 0 : last.granule();
  }
}
