package dev.hark.audio.decode;

import dev.hark.audio.Sound;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A recording of any length that is decoded where it is heard: mono, at its own rate up to 48 kHz.
 * Takes the file's own bytes where they lie in memory, and little besides. What is wrong with it is
 * told as {@link Fault.BadFile}, whatever a library makes of it; a file that ends before its head
 * says is silent from there on.
 */
public final class SeekableSound implements Sound {
  /** What is longer is refused. */
  public static final Duration LONGEST = SoundFile.LONGEST;

  private static final int MOST_RATE = 48_000;
  private static final int FRAMES = 4096;

  /** So far it is decoded on, rather than begun anew. */
  private static final int NEAR_SECONDS = 2;

  private final Bytes bytes;
  private final String name;
  private final Seeking seeking;
  private final int channels;
  private final int frameRate;

  /** Frames for each sample. */
  private final int every;

  private final float[] frames;
  private @Nullable SoundStream stream;

  /** Index of the next frame of the stream. */
  private long at;

  private int held;
  private int taken;
  private boolean ended;

  private SeekableSound(Bytes bytes, String name, Seeking seeking) throws IOException {
    this.bytes = bytes;
    this.name = name;
    this.seeking = seeking;
    Seeking.Begun begun = seeking.at(0);
    stream = begun.stream();
    at = begun.first();
    channels = begun.stream().channels();
    frameRate = begun.stream().rate();
    if (frameRate < 1000 || frameRate > 768_000 || channels > 8) {
      throw new NotSound();
    }
    every = (frameRate + MOST_RATE - 1) / MOST_RATE;
    frames = new float[FRAMES * channels];
  }

  /**
   * Opens a recording that lies in memory.
   *
   * @param name what to call it in a fault's sentence
   * @throws Fault.BadFile where it cannot be decoded, has no sound in it, or is too long
   */
  public static SeekableSound open(byte[] file, String name) {
    return open(Bytes.of(file), name);
  }

  /** Opens a recording that lies on a disk, until it is closed. */
  public static SeekableSound open(Path file) {
    return open(file, String.valueOf(file.getFileName()));
  }

  /**
   * The same.
   *
   * @param name what to call it in a fault's sentence
   */
  public static SeekableSound open(Path file, String name) {
    try {
      return open(Bytes.of(file), name);
    } catch (NoSuchFileException e) {
      throw new Fault.BadFile(Sentence.of("audio.missing", name), e);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("audio.unreadable", name), e);
    }
  }

  private static SeekableSound open(Bytes bytes, String name) {
    try {
      Bytes.Reader in = bytes.from(0);
      SeekableSound sound =
          new SeekableSound(
              bytes,
              name,
              switch (Kind.of(in)) {
                case WAV -> new WavSeeking(bytes, in);
                case FLAC -> new FlacSeeking(bytes, in);
                case MP3 -> new Mp3Seeking(bytes, in);
                case OGG -> new VorbisSeeking(bytes, in);
                case OPUS -> new OpusSeeking(bytes, in);
              });
      sound.check();
      return sound;
    } catch (Fault.BadFile e) {
      throw closed(bytes, e);
    } catch (Kind.Empty e) {
      throw closed(bytes, bad("audio.no-bytes", name, e));
    } catch (EOFException e) {
      throw closed(bytes, bad("audio.ends-in-head", name, e));
    } catch (NotSound | RuntimeException | OutOfMemoryError e) {
      throw closed(bytes, bad("audio.not-sound", name, e));
    } catch (IOException e) {
      throw closed(bytes, bad("audio.unreadable", name, e));
    }
  }

  /** Its first sample at least can be decoded. */
  private void check() {
    if (length().compareTo(LONGEST) > 0) {
      throw new Fault.BadFile(Sentence.of("audio.too-many-hours", name, LONGEST), null);
    }
    if (size() == 0) {
      throw bad("audio.no-sound-in-it", name, null);
    }
    int first = read(0, new short[1], 0, 1);
    if (first == 0 || (ended && held == 0)) {
      throw bad("audio.no-sound-in-it", name, null);
    }
  }

  private static Fault.BadFile bad(String key, String name, @Nullable Throwable cause) {
    return new Fault.BadFile(Sentence.of(key, name), cause);
  }

  private static Fault.BadFile closed(Bytes bytes, Fault.BadFile fault) {
    try {
      bytes.close();
    } catch (IOException e) {
      fault.addSuppressed(e);
    }
    return fault;
  }

  @Override
  public int rate() {
    return frameRate / every;
  }

  @Override
  public long size() {
    return seeking.frames() / every;
  }

  @Override
  public int read(long from, short[] into, int offset, int count) {
    int length = (int) Math.clamp(size() - from, 0, count);
    try {
      goTo(from * every);
      for (int i = 0; i < length; i++) {
        double sum = 0;
        for (int frame = 0; frame < every; frame++) {
          sum += next();
        }
        into[offset + i] = (short) Math.clamp(Math.round(sum / every * 32_768), -32_768, 32_767);
      }
      return length;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      stream = null;
      throw new Fault.BadFile(
          Sentence.of("audio.broken", name, Duration.ofMillis(Math.max(0, at) * 1000 / frameRate)),
          e);
    }
  }

  private void goTo(long frame) throws IOException {
    long here = at - held + taken;
    if (stream == null || frame < here || frame - here > (long) NEAR_SECONDS * frameRate) {
      Seeking.Begun begun = seeking.at(frame);
      stream = begun.stream();
      at = begun.first();
      held = 0;
      taken = 0;
      ended = false;
    }
    while (!ended && at <= frame) {
      fill();
    }
    taken = ended ? held : (int) (held - (at - frame));
  }

  /** The mean of the next frame's channels; silence behind the end. */
  private float next() throws IOException {
    while (taken >= held && !ended) {
      fill();
    }
    if (taken >= held) {
      return 0;
    }
    float sum = 0;
    for (int channel = 0; channel < channels; channel++) {
      sum += frames[taken * channels + channel];
    }
    taken++;
    return sum / channels;
  }

  private void fill() throws IOException {
    SoundStream from = stream;
    int read = 0;
    // A decoder that gives nothing and does not end must not hold anybody up.
    for (int tries = 0; read == 0 && tries < 1000; tries++) {
      read = from == null ? -1 : from.read(frames);
    }
    ended = read <= 0;
    held = Math.max(0, read);
    taken = 0;
    at += held;
  }

  @Override
  public void close() {
    stream = null;
    try {
      bytes.close();
    } catch (IOException e) {
      // Nothing was written, so that nothing is lost.
    }
  }
}
