package dev.hark.speech.listen;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a stream of sound where somebody begins to speak and where they end, by how much louder
 * that is than the room. The room's loudness is the quietest of the last seconds, so that a steady
 * noise is no speech. Used by one thread at a time.
 */
public final class Endpoints {
  /** Samples of one step: 10 ms. */
  public static final int STEP = Recognizer.RATE / 100;

  private static final int ONSET_STEPS = 4;
  private static final double ONSET_DECIBELS = 10;
  private static final double END_DECIBELS = 6;

  /** What is so much softer than the loudest is the tail of a sound, or its echo. */
  private static final double TAIL_DECIBELS = 34;

  private static final int LEAD = Recognizer.RATE / 4;

  private final Room room = new Room();
  private final Samples held = new Samples();
  private final int moment;
  private final int pause;
  private final int longPause;
  private final int longest;
  private int loud;
  private int quiet;
  private int speech;
  private double loudest;
  private boolean told;
  private boolean speaking;

  /** What a step of sound brought. */
  public enum Event {
    /** Nobody speaks, or somebody speaks on. */
    NONE,
    /** Somebody began to speak. */
    BEGAN,
    /** A moment of silence, in which it can be looked at what was said. */
    PAUSED,
    /** A short pause: what was a whole phrase is one. */
    SETTLED,
    /** Somebody speaks on after a moment of silence. */
    RESUMED,
    /** A long pause: all was said. */
    ENDED,
    /** It goes on for longer than anything that is waited for. */
    TOO_LONG
  }

  /**
   * @param moment of silence after which it is worth looking
   * @param pause after which perhaps all was said
   * @param longPause after which all was said
   * @param longest what lasts longer is not waited for
   */
  public Endpoints(Duration moment, Duration pause, Duration longPause, Duration longest) {
    this.moment = steps(moment);
    this.pause = steps(pause);
    this.longPause = steps(longPause);
    this.longest = steps(longest);
  }

  private static int steps(Duration time) {
    return (int) (time.toMillis() / 10);
  }

  /**
   * Takes {@link #STEP} samples.
   *
   * @param samples may be used again after the call
   */
  public Event take(short[] samples) {
    held.add(samples, STEP);
    double loudness = Decibels.of(samples, STEP);
    double above = loudness - room.take(loudness, speaking && !tooLong());
    return speaking ? speak(loudness, above) : wait(loudness, above);
  }

  private Event wait(double loudness, double above) {
    loud = above >= ONSET_DECIBELS ? loud + 1 : 0;
    if (loud < ONSET_STEPS) {
      held.keepLast(LEAD);
      return Event.NONE;
    }
    speaking = true;
    quiet = 0;
    speech = loud;
    loudest = loudness;
    told = false;
    return Event.BEGAN;
  }

  private Event speak(double loudness, double above) {
    speech++;
    loudest = Math.max(loudest, loudness);
    int before = quiet;
    quiet = above < END_DECIBELS || loudness < loudest - TAIL_DECIBELS ? quiet + 1 : 0;
    if (quiet >= longPause) {
      return Event.ENDED;
    }
    if (tooLong() && !told) {
      told = true;
      return Event.TOO_LONG;
    }
    if (tooLong()) {
      held.keepLast(LEAD);
    }
    if (quiet == 0 && before >= moment) {
      return Event.RESUMED;
    }
    return quiet == pause ? Event.SETTLED : quiet == moment ? Event.PAUSED : Event.NONE;
  }

  /** From then on it may be a noise that set in, and that is the room now. */
  private boolean tooLong() {
    return speech > longest;
  }

  /** What was said since it began, with a little before it. */
  public short[] said() {
    return held.all();
  }

  /** How long it has been spoken, without the silence since. */
  public Duration spoken() {
    return Duration.ofMillis(speaking ? (speech - quiet) * 10L : 0);
  }

  public boolean speaking() {
    return speaking;
  }

  /** Waits for the next to begin. */
  public void again() {
    speaking = false;
    loud = 0;
    held.keepLast(0);
  }

  /** How loud the room is when nobody speaks. */
  private static final class Room {
    private static final double QUIETEST = -66;
    private static final int MEMORY = 150;

    private final double[] last = new double[MEMORY];
    private int count;
    private @Nullable Double level;

    /** The level of the room, in decibels of full scale. */
    double take(double loudness, boolean speaking) {
      last[count++ % MEMORY] = loudness;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < Math.min(count, MEMORY); i++) {
        least = Math.min(least, last[i]);
      }
      // The quietest of many steps of one and the same noise lies below what it usually is.
      double now = Math.max(QUIETEST, least + 3);
      level = speaking && level != null ? Math.min(level, now) : now;
      return level;
    }
  }
}
