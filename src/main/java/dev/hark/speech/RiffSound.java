package dev.hark.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sound that an engine's program wrote to a WAV file: mono, 16 bit.
 *
 * @param rate samples a second
 */
public record RiffSound(short[] samples, int rate) {
  private static final int RIFF = 0x46464952;
  private static final int FMT = 0x20746d66;
  private static final int DATA = 0x61746164;
  private static final int HEAD = 12;
  private static final long MOST_BYTES = 100_000_000;
  private static final int PART = 320;

  /**
   * @throws IOException where it cannot be read, or is of another kind
   */
  public static RiffSound read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("too much sound for one text");
    }
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < HEAD || in.getInt(0) != RIFF) {
      throw new IOException("no WAV file");
    }
    in.position(HEAD);
    int rate = 0;
    while (in.remaining() >= 8) {
      int kind = in.getInt();
      int size = (int) Math.min(Integer.toUnsignedLong(in.getInt()), in.remaining());
      if (kind == FMT && size >= 16) {
        rate = rate(in);
      } else if (kind == DATA && rate > 0) {
        short[] samples = new short[size / 2];
        in.asShortBuffer().get(samples);
        return new RiffSound(samples, rate);
      }
      in.position(Math.min(in.position() + size + (size & 1), in.limit()));
    }
    return new RiffSound(new short[0], Math.max(rate, 1));
  }

  /**
   * Samples a second of sound that comes behind a header as programs write it into a pipe.
   *
   * @param header 44 bytes
   * @throws IOException where it is no such header
   */
  public static int streamed(byte[] header) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    if (in.getInt(0) != RIFF || in.getInt(HEAD) != FMT) {
      throw new IOException("no WAV file");
    }
    return rate(in.position(HEAD + 8));
  }

  private static int rate(ByteBuffer format) throws IOException {
    int at = format.position();
    boolean plain = format.getShort(at + 2) == 1 && format.getShort(at + 14) == 16;
    int rate = format.getInt(at + 4);
    if (!plain || rate < 1_000 || rate > 200_000) {
      throw new IOException("no sound of one channel and 16 bits");
    }
    return rate;
  }

  /**
   * Hands it on.
   *
   * @return false where nobody wants more
   */
  public boolean into(Pcm out) {
    short[] part = new short[PART];
    boolean wanted = true;
    for (int at = 0; at < samples.length && wanted; at += PART) {
      int length = Math.min(PART, samples.length - at);
      System.arraycopy(samples, at, part, 0, length);
      wanted = out.write(part, length, rate);
    }
    return wanted;
  }
}
