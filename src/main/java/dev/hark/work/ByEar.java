package dev.hark.work;

import dev.hark.audio.Rhythm;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody works by ear.
 *
 * @param rhythm plays and pauses by itself from the start; empty where that is asked for
 * @param level whether loudness is evened out
 * @param alphabet which letters are spelled with a word beside them
 */
public record ByEar(Optional<Rhythm> rhythm, boolean level, Alphabet alphabet) {
  /** Where nothing is set. */
  public static final ByEar USUAL = new ByEar(Optional.empty(), true, Alphabet.OFF);

  /** What a rhythm is where none is set. */
  static final Rhythm FIVE_SECONDS = new Rhythm(Duration.ofSeconds(5), Optional.empty());

  private static final Pattern SECONDS = Pattern.compile("([1-9][0-9]?)(?:[ +]+([0-9]{1,2}))?");

  /** Letters that are spelled with a word, as in "a alpha". */
  public enum Alphabet {
    OFF,
    /** Those that are easily taken for another. */
    ALIKE,
    ALL
  }

  /**
   * Reads seconds to play and, where it goes on by itself, seconds to rest.
   *
   * @param text such as {@code 5} or {@code 5+3}
   * @return empty where it is none
   */
  public static Optional<Rhythm> rhythm(String text) {
    Matcher seconds = SECONDS.matcher(text.strip());
    if (!seconds.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rhythm(
            Duration.ofSeconds(Integer.parseInt(seconds.group(1))),
            Optional.ofNullable(seconds.group(2)).map(Integer::valueOf).map(Duration::ofSeconds)));
  }
}
