package dev.hark.hub.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file.
 *
 * @param from index of its first byte
 * @param to index of its last byte
 */
record ByteRange(long from, long to) {
  private static final Pattern ONE = Pattern.compile(" *bytes *= *(\\d{0,18}) *- *(\\d{0,18}) *");

  static ByteRange whole(long size) {
    return new ByteRange(0, size - 1);
  }

  /**
   * What a Range header asks for (RFC 9110, 14.1.2). What is not one range of bytes is passed over,
   * as that allows, and all is given.
   *
   * @param size of the file
   * @return one that {@link #isNowhere} where the file has nothing of it
   */
  static ByteRange of(@Nullable String header, long size) {
    Matcher parts = ONE.matcher(header == null ? "" : header);
    if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
      return whole(size);
    }
    if (parts.group(1).isEmpty()) {
      long last = Long.parseLong(parts.group(2));
      return last == 0
          ? new ByteRange(size, size - 1)
          : new ByteRange(Math.max(0, size - last), size - 1);
    }
    long from = Long.parseLong(parts.group(1));
    if (parts.group(2).isEmpty()) {
      return new ByteRange(from, Math.max(from, size - 1)).within(size);
    }
    long to = Long.parseLong(parts.group(2));
    return to < from ? whole(size) : new ByteRange(from, to).within(size);
  }

  private ByteRange within(long size) {
    return from >= size
        ? new ByteRange(size, size - 1)
        : new ByteRange(from, Math.min(to, size - 1));
  }

  boolean isNowhere() {
    return to < from;
  }

  long length() {
    return to - from + 1;
  }

  @Override
  public String toString() {
    return "bytes " + from + "-" + to;
  }
}
