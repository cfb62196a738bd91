package dev.hark.audio.decode;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The head of an MPEG audio frame (ISO 11172-3, 2.4.1.3, and 13818-3).
 *
 * @param kind version, layer and rate, the same in all frames of a recording
 * @param size bytes of the whole frame
 * @param samples for each channel
 */
record Mp3Header(int kind, int size, int samples) {
  private static final int[] RATES = {44_100, 48_000, 32_000};

  /**
   * Kilobits a second by index: layers 1 to 3 of version 1, layer 1 and the others of version 2.
   */
  private static final int[][] BITRATES = {
    {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
  };

  /** Null where there is none at that place, or one whose size is not told. */
  static @Nullable Mp3Header read(Bytes bytes, long place) throws IOException {
    int second = bytes.at(place + 1);
    int third = bytes.at(place + 2);
    if (bytes.at(place) != 0xff || third < 0 || (second & 0xe0) != 0xe0) {
      return null;
    }
    int version = (second >> 3) & 3;
    int layer = 4 - ((second >> 1) & 3);
    int bitrate = third >> 4;
    int rate = (third >> 2) & 3;
    if (version == 1 || layer == 4 || bitrate == 0 || bitrate == 15 || rate == 3) {
      return null;
    }
    boolean first = version == 3;
    int bits = 1000 * BITRATES[first ? layer - 1 : layer == 1 ? 3 : 4][bitrate];
    int hertz = RATES[rate] >> (first ? 0 : version == 2 ? 1 : 2);
    int padding = (third >> 1) & 1;
    int samples = layer == 1 ? 384 : layer == 3 && !first ? 576 : 1152;
    int size =
        layer == 1 ? (12 * bits / hertz + padding) * 4 : samples / 8 * bits / hertz + padding;
    return new Mp3Header((version << 4) | (layer << 2) | rate, size, samples);
  }
}
