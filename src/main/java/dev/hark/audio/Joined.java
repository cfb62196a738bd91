package dev.hark.audio;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Several sounds one after the other, with silence between, at the highest of their rates. Nothing
 * is held but what is read.
 */
public final class Joined implements Sound {
  private final List<Sound> parts;
  private final int rate;
  private final int gap;

  private Joined(List<? extends Sound> parts, Duration silence) {
    this.rate = parts.stream().mapToInt(Sound::rate).max().orElseThrow();
    this.parts =
        parts.stream().map(part -> part.rate() == rate ? (Sound) part : raised(part)).toList();
    this.gap = (int) (silence.toMillis() * rate / 1000);
  }

  /**
   * The sounds as one, which closes them.
   *
   * @param sounds at least one
   */
  public static Sound of(List<? extends Sound> sounds, Duration silence) {
    return sounds.size() == 1 ? sounds.getFirst() : new Joined(sounds, silence);
  }

  private Sound raised(Sound part) {
    return new Raised(part, rate);
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public long size() {
    return parts.stream().mapToLong(Sound::size).sum() + (long) gap * (parts.size() - 1);
  }

  @Override
  public int read(long from, short[] into, int at, int count) {
    int length = (int) Math.clamp(size() - from, 0, count);
    Arrays.fill(into, at, at + length, (short) 0);
    long start = 0;
    for (Sound part : parts) {
      long first = Math.max(from, start);
      long behind = Math.min(from + length, start + part.size());
      if (first < behind) {
        int read =
            part.read(first - start, into, at + (int) (first - from), (int) (behind - first));
        assert read == behind - first;
      }
      start += part.size() + gap;
    }
    return length;
  }

  @Override
  public void close() {
    parts.forEach(Sound::close);
  }

  /** Linear interpolation: enough for speech, and no sound is ever brought to a lower rate. */
  private record Raised(Sound part, int rate, Window window) implements Sound {
    Raised(Sound part, int rate) {
      this(part, rate, new Window(part, part.rate()));
    }

    @Override
    public long size() {
      return part.size() * rate / part.rate();
    }

    @Override
    public int read(long from, short[] into, int at, int count) {
      int length = (int) Math.clamp(size() - from, 0, count);
      for (int i = 0; i < length; i++) {
        double place = (double) (from + i) * part.rate() / rate;
        long left = (long) place;
        int one = window.sample(left);
        int other = window.sample(Math.min(left + 1, part.size() - 1));
        into[at + i] = (short) Math.round(one + (place - left) * (other - one));
      }
      return length;
    }

    @Override
    public void close() {
      part.close();
    }
  }
}
