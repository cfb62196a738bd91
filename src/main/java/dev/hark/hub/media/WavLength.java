package dev.hark.hub.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/** Reads how long a WAV file sounds off its header. */
final class WavLength {
  private static final int HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  private WavLength() {}

  /** Empty where this is no WAV file. */
  static OptionalDouble seconds(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEADER || !tag(file, 0).equals("RIFF") || !tag(file, 8).equals("WAVE")) {
      return OptionalDouble.empty();
    }
    long bytesPerSecond = 0;
    long at = HEADER;
    while (at + CHUNK_HEADER <= file.length) {
      String tag = tag(file, (int) at);
      long size = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
      if (tag.equals("fmt ") && at + CHUNK_HEADER + 12 <= file.length) {
        bytesPerSecond = Integer.toUnsignedLong(bytes.getInt((int) at + CHUNK_HEADER + 8));
      }
      if (tag.equals("data") && bytesPerSecond > 0) {
        long sound = Math.min(size, file.length - at - CHUNK_HEADER);
        return OptionalDouble.of((double) sound / bytesPerSecond);
      }
      // Chunks begin at even offsets.
      at += CHUNK_HEADER + size + (size & 1);
    }
    return OptionalDouble.empty();
  }

  private static String tag(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }
}
