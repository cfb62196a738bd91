package dev.hark.hub.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Reads how long a WAV file sounds off its header. */
final class WavLength {
  private static final int HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  /** More chunks before the sound has no writer that means well. */
  private static final int MOST_CHUNKS = 1000;

  private WavLength() {}

  /** Empty where this is no WAV file. */
  static OptionalDouble seconds(Path path) {
    try (FileChannel file = FileChannel.open(path)) {
      return seconds(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OptionalDouble seconds(FileChannel file) throws IOException {
    ByteBuffer head = read(file, 0, HEADER);
    if (head.limit() < HEADER || !tag(head, 0).equals("RIFF") || !tag(head, 8).equals("WAVE")) {
      return OptionalDouble.empty();
    }
    long bytesPerSecond = 0;
    long at = HEADER;
    for (int i = 0; i < MOST_CHUNKS && at + CHUNK_HEADER <= file.size(); i++) {
      ByteBuffer chunk = read(file, at, CHUNK_HEADER + 12);
      String tag = tag(chunk, 0);
      long size = Integer.toUnsignedLong(chunk.getInt(4));
      if (tag.equals("fmt ") && chunk.limit() == CHUNK_HEADER + 12) {
        bytesPerSecond = Integer.toUnsignedLong(chunk.getInt(CHUNK_HEADER + 8));
      }
      if (tag.equals("data") && bytesPerSecond > 0) {
        long sound = Math.min(size, file.size() - at - CHUNK_HEADER);
        return OptionalDouble.of((double) sound / bytesPerSecond);
      }
      // Chunks begin at even offsets.
      at += CHUNK_HEADER + size + (size & 1);
    }
    return OptionalDouble.empty();
  }

  private static ByteBuffer read(FileChannel file, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
      // Reads on until all is there, or the file ends.
    }
    return bytes.flip();
  }

  private static String tag(ByteBuffer bytes, int at) {
    byte[] letters = new byte[4];
    bytes.get(at, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }
}
