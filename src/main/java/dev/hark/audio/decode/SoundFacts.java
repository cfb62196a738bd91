package dev.hark.audio.decode;

import java.time.Duration;
import java.util.Optional;

/**
 * What was found in a recording that was read to its end.
 *
 * @param form how it is coded
 * @param rate frames a second, before it was changed
 * @param channels before they were mixed
 * @param length what could be read
 * @param promised what its head says, where it says it
 * @param whole whether its end is the one that its writer made, as far as it can tell
 * @param damaged places that were left out because they cannot be decoded
 * @param clipped share of samples at full scale
 * @param apart how far the first two channels differ: the power of their difference, against that
 *     of both; 0 where they are the same, 1 where they have nothing in common, 2 where one is the
 *     other turned over
 * @param balance power of the weaker of them, against that of the stronger
 */
public record SoundFacts(
    Form form,
    int rate,
    int channels,
    Duration length,
    Optional<Duration> promised,
    boolean whole,
    int damaged,
    double clipped,
    double apart,
    double balance) {
  private static final Duration SLACK = Duration.ofMillis(100);
  private static final double MUCH_CLIPPED = 0.001;
  private static final double DIFFERENT = 0.6;
  private static final double TURNED = 1.5;
  private static final double BOTH_SOUND = 0.01;

  /** How a recording is coded. */
  public enum Form {
    WAV,
    FLAC,
    MP3,
    OGG_VORBIS,
    OGG_OPUS
  }

  /** Whether it ends before its own head says so, or without an end. */
  public boolean cutOff() {
    return !whole || promised.filter(all -> all.minus(SLACK).compareTo(length) > 0).isPresent();
  }

  /** Whether so much is at full scale that words may suffer. */
  public boolean overdriven() {
    return clipped > MUCH_CLIPPED;
  }

  /** Whether each of two channels has something of its own, such as a speaker. */
  public boolean twoSides() {
    return apart > DIFFERENT && apart <= TURNED && balance > BOTH_SOUND;
  }

  /** Whether two channels would take each other away when mixed. */
  public boolean turnedOver() {
    return apart > TURNED;
  }
}
