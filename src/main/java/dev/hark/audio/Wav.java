package dev.hark.audio;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * WAV recordings, read and written.
 *
 * <p>Read: whole numbers of 8, 16, 24 and 32 bits, floating point of 32 and 64, A-law and mu-law; 1
 * to 8 channels, mixed to one; 1 to 384 kHz; the extensible form too. What is cut off is read as
 * far as it goes. Nothing that a header says makes this take more memory than the file's own bytes
 * deserve.
 *
 * <p>Written: mono, 16 bit.
 */
public final class Wav {
  /** More samples than this are refused: 40 minutes at 16 kHz, 80 MB. */
  public static final int MOST_SAMPLES = 40_000_000;

  /** Files larger than this are refused before they are read. */
  public static final long MOST_BYTES = 160_000_000;

  private static final int RIFF = 0x46464952;
  private static final int RF64 = 0x34364652;
  private static final int WAVE = 0x45564157;
  private static final int FMT = 0x20746d66;
  private static final int DATA = 0x61746164;

  private Wav() {}

  /**
   * @throws Fault.BadFile where it is not there, too large, or cannot be decoded
   */
  public static Clip read(Path file) {
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > MOST_BYTES) {
        throw bad("audio.too-long", name, null);
      }
      return decode(in.readNBytes((int) MOST_BYTES), name);
    } catch (NoSuchFileException e) {
      throw bad("audio.missing", name, e);
    } catch (IOException e) {
      throw bad("audio.unreadable", name, e);
    }
  }

  /**
   * @param name what to call the recording in a fault's sentence
   * @throws Fault.BadFile where it cannot be decoded
   */
  public static Clip decode(byte[] file, String name) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < 12) {
      throw bad(in.hasRemaining() ? "audio.not-wav" : "audio.empty", name, null);
    }
    int outer = in.getInt(0);
    if ((outer != RIFF && outer != RF64) || in.getInt(8) != WAVE) {
      throw bad("audio.not-wav", name, null);
    }
    in.position(12);
    WavFormat format = null;
    while (in.remaining() >= 8) {
      int kind = in.getInt();
      long size = Integer.toUnsignedLong(in.getInt());
      int here = (int) Math.min(size, in.remaining());
      if (kind == FMT) {
        format = WavFormat.parse(in.slice(in.position(), here).order(ByteOrder.LITTLE_ENDIAN));
        if (format == null) {
          throw bad("audio.unknown-form", name, null);
        }
      } else if (kind == DATA) {
        // A writer that streamed could not go back to fill in the size.
        int length = size == 0 ? in.remaining() : here;
        return samples(in.slice(in.position(), length), format, name);
      }
      in.position((int) Math.min((long) in.position() + here + (here & 1), in.limit()));
    }
    throw bad("audio.empty", name, null);
  }

  private static Clip samples(ByteBuffer data, @Nullable WavFormat format, String name) {
    if (format == null) {
      throw bad("audio.unknown-form", name, null);
    }
    int count = data.remaining() / format.frameBytes();
    if (count == 0) {
      throw bad("audio.empty", name, null);
    }
    if (count > MOST_SAMPLES) {
      throw bad("audio.too-long", name, null);
    }
    return new Clip(format.mono(data.order(ByteOrder.LITTLE_ENDIAN), count), format.rate());
  }

  private static Fault.BadFile bad(String key, String name, @Nullable Throwable cause) {
    return new Fault.BadFile(Sentence.of(key, name), cause);
  }

  /** The whole file of a recording. */
  public static byte[] encode(Clip clip) {
    ByteBuffer file =
        ByteBuffer.allocate(44 + clip.samples().length * 2).order(ByteOrder.LITTLE_ENDIAN);
    file.put(header(clip.rate(), clip.samples().length));
    file.asShortBuffer().put(clip.samples());
    return file.array();
  }

  /**
   * @throws Fault.Storage where it cannot be written
   */
  public static void write(Path file, Clip clip) {
    try {
      Files.write(file, encode(clip));
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("audio.unwritable", file.toString()), e);
    }
  }

  /** The 44 bytes before the samples. */
  public static byte[] header(int rate, long samples) {
    long bytes = Math.min(samples * 2, 0xffff_ffffL - 36);
    return ByteBuffer.allocate(44)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(RIFF)
        .putInt((int) (bytes + 36))
        .putInt(WAVE)
        .putInt(FMT)
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(rate)
        .putInt(rate * 2)
        .putShort((short) 2)
        .putShort((short) 16)
        .putInt(DATA)
        .putInt((int) bytes)
        .array();
  }
}
