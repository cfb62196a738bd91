package dev.hark.speech;

import java.util.EnumSet;
import java.util.Set;

/**
 * Something that an engine reads well by itself in a language, so that text is passed on as it is
 * written.
 */
public enum Skill {
  /** Whole numbers and decimals in the language's own writing: {@code 1,250} or {@code 4,6}. */
  NUMBERS,
  /** Every letter of the language's script, with its accents. */
  LETTERS,
  /** Emoji by their names. */
  EMOJI,
  /**
   * Money, dates, times, units, signs and all else that is written otherwise than it is said, by
   * rules of the person's own: a speech server that speaks with the voice of their screen reader.
   */
  NOTATIONS;

  /** All of them, for an engine that wants its text untouched. */
  public static Set<Skill> all() {
    return EnumSet.allOf(Skill.class);
  }
}
