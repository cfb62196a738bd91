package dev.hark.wording;

import dev.hark.fault.Sentence;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A sentence as an argument of another, spelled: each word, then its letters.
 *
 * @param sentence what is spelled
 */
public record Spelled(Sentence sentence) {
  /** {@code the, t h e. old, o l d} for "the old". A sign stays with its word. */
  static String out(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1))
        .map(Spelled::word)
        .collect(Collectors.joining(". "));
  }

  private static String word(String word) {
    String bare = word.replaceAll("^[\\p{P}&&[^'-]]+|[\\p{P}&&[^'-]]+$", "");
    return bare.codePointCount(0, bare.length()) < 2
        ? word
        : bare
            + ", "
            + bare.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
  }
}
