package dev.hark.audio.decode;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Long recordings of each kind, made quickly: the same few seconds again and again. */
final class LongSounds {
  private static final int BLOCK = 4096;
  private static final int[] CRC8 = table(8, 0x07);
  private static final int[] CRC16 = table(16, 0x8005);
  private static final int[] CRC32 = table(32, 0x04c11db7);

  private LongSounds() {}

  private static int[] table(int width, int polynomial) {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int sum = i << (width - 8);
      for (int bit = 0; bit < 8; bit++) {
        boolean top = ((sum >>> (width - 1)) & 1) != 0;
        sum = (sum << 1) ^ (top ? polynomial : 0);
      }
      table[i] = width == 32 ? sum : sum & ((1 << width) - 1);
    }
    return table;
  }

  /** A file with holes: silence, but for what the wave gives at the first frame of each second. */
  static void wav(Path file, int rate, int channels, int seconds) throws IOException {
    byte[] head = Sounds.wav(1, 16, rate, channels, 0, (_, _) -> 0);
    int frame = 2 * channels;
    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(40, seconds * rate * frame);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(head);
      out.setLength(44L + (long) seconds * rate * frame);
      for (int second = 0; second < seconds; second += 60) {
        out.seek(44L + (long) second * rate * frame);
        for (int channel = 0; channel < channels; channel++) {
          out.write(second + 1);
          out.write((second + 1) >> 8);
        }
      }
    }
  }

  /**
   * Mono, 16 bit, not compressed.
   *
   * @param told whether its head says how long it is
   */
  static void flac(Path file, int rate, int samples, boolean told, IntUnaryOperator wave)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(new byte[] {'f', 'L', 'a', 'C', (byte) 0x80, 0, 0, 34});
      ByteBuffer info = ByteBuffer.allocate(34);
      info.putShort((short) BLOCK).putShort((short) BLOCK).position(10);
      info.putLong(((long) rate << 44) | (15L << 36) | (told ? samples : 0));
      out.write(info.array());
      for (int from = 0, number = 0; from < samples; from += BLOCK, number++) {
        out.write(flacFrame(number, from, Math.min(BLOCK, samples - from), wave));
      }
    }
  }

  private static byte[] flacFrame(int number, int from, int length, IntUnaryOperator wave) {
    ByteBuffer frame = ByteBuffer.allocate(32 + 2 * length);
    frame.put((byte) 0xff).put((byte) 0xf8).put((byte) 0x70).put((byte) 0x08);
    if (number < 0x80) {
      frame.put((byte) number);
    } else if (number < 0x800) {
      frame.put((byte) (0xc0 | (number >> 6))).put((byte) (0x80 | (number & 0x3f)));
    } else {
      frame.put((byte) (0xe0 | (number >> 12))).put((byte) (0x80 | ((number >> 6) & 0x3f)));
      frame.put((byte) (0x80 | (number & 0x3f)));
    }
    frame.putShort((short) (length - 1));
    frame.put((byte) sum(CRC8, 8, frame.array(), frame.position()));
    frame.put((byte) 2);
    for (int i = 0; i < length; i++) {
      frame.putShort((short) wave.applyAsInt(from + i));
    }
    frame.putShort((short) sum(CRC16, 16, frame.array(), frame.position()));
    return Arrays.copyOf(frame.array(), frame.position());
  }

  private static int sum(int[] table, int width, byte[] bytes, int length) {
    int mask = width == 32 ? -1 : (1 << width) - 1;
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int top = (sum >>> (width - 8)) & 0xff;
      sum = ((sum << 8) ^ table[top ^ (bytes[i] & 0xff)]) & mask;
    }
    return sum;
  }

  /** The checksum of a page of Ogg, in which it is 0 so far. */
  static int oggSum(byte[] page) {
    return sum(CRC32, 32, page, page.length);
  }

  /** The frames of a short recording, so many times. */
  static void mp3(Path file, String kept, int times) throws IOException {
    byte[] once = Sounds.kept(kept);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < times; i++) {
        out.write(once);
      }
    }
  }

  /** The pages of a short recording but its last, so many times, with their places told anew. */
  static void ogg(Path file, byte[] once, int times) throws IOException {
    ByteArrayOutputStream heads = new ByteArrayOutputStream();
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    long length = 0;
    for (int at = 0; at < once.length; ) {
      ByteBuffer page = ByteBuffer.wrap(once, at, once.length - at).slice();
      page.order(ByteOrder.LITTLE_ENDIAN);
      int segments = page.get(26) & 0xff;
      int size = 27 + segments;
      for (int i = 0; i < segments; i++) {
        size += page.get(27 + i) & 0xff;
      }
      long granule = page.getLong(6);
      if (granule == 0) {
        heads.write(once, at, size);
      } else if ((page.get(5) & 4) == 0 || length == 0) {
        sound.write(once, at, size);
        length = granule;
      }
      at += size;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(heads.toByteArray());
      int sequence = 2;
      for (int i = 0; i < times; i++) {
        sequence = again(out, sound.toByteArray(), i * length, sequence, i == times - 1);
      }
    }
  }

  private static int again(OutputStream out, byte[] pages, long before, int sequence, boolean last)
      throws IOException {
    int number = sequence;
    for (int at = 0; at < pages.length; ) {
      ByteBuffer page = ByteBuffer.wrap(pages, at, pages.length - at).slice();
      page.order(ByteOrder.LITTLE_ENDIAN);
      int segments = page.get(26) & 0xff;
      int size = 27 + segments;
      for (int i = 0; i < segments; i++) {
        size += page.get(27 + i) & 0xff;
      }
      byte[] copy = Arrays.copyOfRange(pages, at, at + size);
      at += size;
      ByteBuffer head = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
      head.put(5, (byte) (last && at >= pages.length ? 4 : 0));
      head.putLong(6, head.getLong(6) + before).putInt(18, number++).putInt(22, 0);
      head.putInt(22, sum(CRC32, 32, copy, copy.length));
      out.write(copy);
    }
    return number;
  }
}
