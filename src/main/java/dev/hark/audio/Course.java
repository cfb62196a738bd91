package dev.hark.audio;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a sound is played on from and how far: to its end, to the end of a passage, or to the next
 * pause of a rhythm. Used under its player's lock.
 */
final class Course {
  private static final double SILENCE = 0.4;
  private static final double UNKNOWN = -1;

  /** Shortest share of a rhythm's time that is played. */
  private static final double AT_LEAST = 0.5;

  private final Sound sound;
  private final Stretch stretch;
  private @Nullable Passage passage;
  private @Nullable Rhythm rhythm;

  /** Where this part of the rhythm began, and where it ends once that is known. */
  private double beat;

  private double pause = UNKNOWN;

  /** Samples of it that are left. */
  private int silence;

  Course(Sound sound, boolean even) {
    this.sound = sound;
    this.stretch = new Stretch(even && sound.size() > 0 ? new Levelled(sound) : sound);
  }

  /** The same way to go, evened out or not. */
  Course again(boolean even) {
    Course other = new Course(sound, even);
    other.passage = passage;
    other.rhythm = rhythm;
    other.seek(at());
    return other;
  }

  Sound sound() {
    return sound;
  }

  int rate() {
    return sound.rate();
  }

  int piece() {
    return stretch.piece();
  }

  double at() {
    return stretch.at();
  }

  boolean atEnd() {
    return stretch.at() >= sound.size();
  }

  void passage(Optional<Passage> next) {
    passage = next.orElse(null);
  }

  void rhythm(Optional<Rhythm> next) {
    rhythm = next.orElse(null);
    beat();
  }

  Optional<Duration> rest() {
    return Optional.ofNullable(rhythm).flatMap(Rhythm::rest);
  }

  void seek(double to) {
    silence = 0;
    stretch.seek(to);
    beat();
  }

  /** Goes on where it was, after something else was heard. */
  void resume(double at) {
    silence = 0;
    stretch.seek(at);
  }

  /** From here the rhythm counts. */
  void beat() {
    beat = stretch.at();
    pause = UNKNOWN;
  }

  /** What comes next. */
  enum Next {
    PIECE,
    /** The silence before a passage that begins again. */
    SILENCE,
    /** The passage is over, and begins again after a silence. */
    AGAIN,
    /** The rhythm pauses. */
    PAUSE,
    END
  }

  Next next() {
    if (silence > 0) {
      return Next.SILENCE;
    }
    if (stretch.at() >= passageEnd()) {
      return Next.AGAIN;
    }
    if (stretch.at() >= sound.size()) {
      return Next.END;
    }
    return stretch.at() >= pause() ? Next.PAUSE : Next.PIECE;
  }

  /** The next sound or silence; how many samples it has. */
  int piece(double speed, short[] into) {
    if (silence > 0) {
      int length = Math.min(silence, into.length);
      Arrays.fill(into, 0, length, (short) 0);
      silence -= length;
      return length;
    }
    return stretch.next(speed, into, Math.min(passageEnd(), pause()));
  }

  /** Back to the start of the passage. */
  void again() {
    Passage now = passage;
    seek(now == null ? 0 : samples(now.from()));
    silence = (int) (SILENCE * sound.rate());
  }

  private double passageEnd() {
    Passage now = passage;
    return now == null
        ? Double.POSITIVE_INFINITY
        : Math.min(samples(now.to()), (double) sound.size());
  }

  /** Looked for once it is near, so that nothing is decoded before its time. */
  private double pause() {
    Rhythm now = rhythm;
    if (now == null) {
      return Double.POSITIVE_INFINITY;
    }
    double length = samples(now.play());
    double near = beat + length;
    if (near > sound.size() - sound.rate()) {
      return Double.POSITIVE_INFINITY;
    }
    if (pause < 0 && stretch.at() > near - 1.02 * sound.rate()) {
      pause = stretch.quietest(near, Math.max(stretch.at(), beat + length * AT_LEAST));
    }
    return pause < 0 ? Double.POSITIVE_INFINITY : pause;
  }

  double samples(Duration time) {
    return time.toNanos() / 1e9 * sound.rate();
  }
}
