package dev.hark.audio.decode;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recording of any length, read from its start to its end as mono samples of 16 bits at 16 kHz.
 * Takes the same memory whatever its length. One thread reads it. What is wrong with the file is
 * told as {@link Fault.BadFile}, whatever a library makes of it.
 */
public final class SoundFile implements Closeable {
  /** Samples a second of what is read. */
  public static final int RATE = 16_000;

  /** What is longer is refused once that much was read. */
  public static final Duration LONGEST = Duration.ofHours(4);

  private static final int FRAMES = 4096;
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final SoundStream stream;
  private final SoundFacts.Form form;
  private final Mixer mixer;
  private final @Nullable Resampler resampler;
  private final float[] frames;
  private final float[] mono;
  private final float[] out;
  private int count;
  private int at;
  private long read;
  private long given;
  private boolean ended;

  /** What becomes of several channels. */
  public enum Mix {
    /** Their mean, so that nothing said on one side is lost. */
    ALL,
    /** The first only, for channels that would take each other away. */
    FIRST
  }

  private SoundFile(String name, SoundStream stream, SoundFacts.Form form, Mix mix) {
    this.name = name;
    this.stream = stream;
    this.form = form;
    this.mixer = new Mixer(stream.channels(), mix);
    this.frames = new float[FRAMES * stream.channels()];
    this.mono = new float[FRAMES];
    if (stream.rate() == RATE) {
      resampler = null;
      out = mono;
    } else {
      resampler = new Resampler(stream.rate(), RATE);
      out = new float[resampler.most(FRAMES)];
    }
  }

  /**
   * Opens a recording.
   *
   * @throws Fault.BadFile where it is not there, empty, or of a kind that is not known
   */
  public static SoundFile open(Path file, Mix mix) {
    String name = String.valueOf(file.getFileName());
    try {
      return open(new BufferedInputStream(Files.newInputStream(file), BUFFER), name, mix);
    } catch (NoSuchFileException e) {
      throw new Fault.BadFile(Sentence.of("audio.missing", name), e);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("audio.unreadable", name), e);
    }
  }

  /**
   * Opens a recording, and closes it with what is opened.
   *
   * @param in can go back to a mark; closed where this throws
   * @param name what to call it in a fault's sentence
   */
  static SoundFile open(InputStream in, String name, Mix mix) {
    try {
      Kind kind = Kind.of(in);
      SoundStream stream = kind.open(in);
      if (stream.rate() < 1000 || stream.rate() > 768_000 || stream.channels() > 8) {
        throw new NotSound();
      }
      if (promised(stream).filter(all -> all.compareTo(LONGEST) > 0).isPresent()) {
        in.close();
        throw tooLong(name);
      }
      return new SoundFile(name, stream, kind.form(), mix);
    } catch (Fault.BadFile e) {
      throw e;
    } catch (Kind.Empty e) {
      throw bad("audio.no-bytes", name, in, e);
    } catch (EOFException e) {
      throw bad("audio.ends-in-head", name, in, e);
    } catch (NotSound | RuntimeException | OutOfMemoryError e) {
      throw bad("audio.not-sound", name, in, e);
    } catch (IOException e) {
      throw bad("audio.unreadable", name, in, e);
    }
  }

  private static Fault.BadFile tooLong(String name) {
    return new Fault.BadFile(Sentence.of("audio.too-many-hours", name, LONGEST), null);
  }

  private static Fault.BadFile bad(String key, String name, InputStream in, Throwable cause) {
    try {
      in.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return new Fault.BadFile(Sentence.of(key, name), cause);
  }

  /**
   * Reads on.
   *
   * @return how many samples were read, as many as there is room for but at the end; -1 at the end
   * @throws Fault.BadFile where it is broken from here on, or longer than {@link #LONGEST}
   */
  public int read(short[] into) {
    int filled = 0;
    while (filled < into.length && (at < count || more())) {
      int taken = Math.min(count - at, into.length - filled);
      for (int i = 0; i < taken; i++) {
        into[filled + i] = (short) Math.clamp(Math.round(out[at + i] * 32_768), -32_768, 32_767);
      }
      at += taken;
      filled += taken;
    }
    given += filled;
    if (given > LONGEST.toSeconds() * RATE) {
      throw tooLong(name);
    }
    return filled == 0 ? -1 : filled;
  }

  /** Makes more samples; false at the end. */
  private boolean more() {
    at = 0;
    count = 0;
    while (count == 0 && !ended) {
      int length = decode();
      if (length < 0) {
        ended = true;
        count = resampler == null ? 0 : resampler.end(out);
      } else {
        read += length;
        mixer.mix(frames, length, mono);
        count = resampler == null ? length : resampler.next(mono, length, out);
      }
    }
    return count > 0;
  }

  private int decode() {
    try {
      int length = stream.read(frames);
      return length == 0 ? decodeAgain() : length;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new Fault.BadFile(Sentence.of("audio.broken", name, length()), e);
    }
  }

  /** A decoder that gives nothing and does not end must not hold anybody up. */
  private int decodeAgain() throws IOException {
    for (int tries = 0; tries < 1000; tries++) {
      int length = stream.read(frames);
      if (length != 0) {
        return length;
      }
    }
    throw new IOException("nothing is decoded any more");
  }

  private Duration length() {
    return Duration.ofMillis(read * 1000 / stream.rate());
  }

  /** What was found so far; of the whole recording once it was read to its end. */
  public SoundFacts facts() {
    return new SoundFacts(
        form,
        stream.rate(),
        stream.channels(),
        length(),
        promised(stream),
        stream.whole(),
        stream.damaged(),
        mixer.clipped(),
        mixer.apart(),
        mixer.balance());
  }

  private static Optional<Duration> promised(SoundStream stream) {
    return stream.promised().isPresent()
        ? Optional.of(seconds(stream.promised().getAsLong(), stream.rate()))
        : Optional.empty();
  }

  /** Without going beyond what numbers can hold, whatever a head promises. */
  private static Duration seconds(long frames, int rate) {
    return Duration.ofSeconds(frames / rate).plusMillis(frames % rate * 1000 / rate);
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      // Nothing was written, so that nothing is lost.
    }
  }
}
