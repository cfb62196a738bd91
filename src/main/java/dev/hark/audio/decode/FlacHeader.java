package dev.hark.audio.decode;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The head of a FLAC frame, which says where in the recording it belongs (RFC 9639, 9.1).
 *
 * @param place its first byte in the file
 * @param first index of its first sample
 */
record FlacHeader(long place, long first) {
  private static final int LONGEST = 16;
  private static final int POLYNOMIAL = 0x07;

  /**
   * Reads one.
   *
   * @param blockSize samples of each frame, where frames are counted and not samples
   * @param channels as the whole file has them
   * @return null where there is none at that place
   */
  static @Nullable FlacHeader read(Bytes bytes, long place, int blockSize, int channels)
      throws IOException {
    int flags = bytes.at(place + 1);
    if (bytes.at(place) != 0xff || (flags & 0xfe) != 0xf8) {
      return null;
    }
    int[] head = new int[LONGEST];
    for (int i = 0; i < LONGEST; i++) {
      head[i] = bytes.at(place + i);
    }
    int assignment = head[3] >> 4;
    int has = assignment < 8 ? assignment + 1 : 2;
    if (head[3] < 0 || assignment > 10 || has != channels || (head[3] & 1) != 0) {
      return null;
    }
    int length = codedLength(head[4]);
    if (length == 0 || head[4 + length - 1] < 0) {
      return null;
    }
    long number = number(head, length);
    int end = 4 + length + sizeBytes(head[2] >> 4) + rateBytes(head[2] & 0xf);
    if (end >= LONGEST || head[end] != check(head, end)) {
      return null;
    }
    boolean countsSamples = (flags & 1) != 0;
    return new FlacHeader(place, countsSamples ? number : number * blockSize);
  }

  /** Of a number that is coded like a character in UTF-8, but up to 36 bits; 0 where it is none. */
  private static int codedLength(int first) {
    if (first < 0 || first == 0xff || (first & 0xc0) == 0x80) {
      return 0;
    }
    return first < 0x80 ? 1 : Integer.numberOfLeadingZeros(~first & 0xff) - 24;
  }

  private static long number(int[] head, int length) {
    long number = length == 1 ? head[4] : head[4] & (0x7f >> length);
    for (int i = 1; i < length; i++) {
      number = (number << 6) | (head[4 + i] & 0x3f);
    }
    return number;
  }

  private static int sizeBytes(int code) {
    return switch (code) {
      case 6 -> 1;
      case 7 -> 2;
      default -> 0;
    };
  }

  private static int rateBytes(int code) {
    return switch (code) {
      case 12 -> 1;
      case 13, 14 -> 2;
      default -> 0;
    };
  }

  /** CRC-8. */
  private static int check(int[] head, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum ^= head[i];
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 0x80) != 0 ? ((sum << 1) ^ POLYNOMIAL) & 0xff : sum << 1;
      }
    }
    return sum;
  }
}
