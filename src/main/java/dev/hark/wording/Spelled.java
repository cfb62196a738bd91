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
    int[] signs = bare.codePoints().toArray();
    if (signs.length < 2) {
      return word;
    }
    StringBuilder spelled = new StringBuilder(bare).append(", ").appendCodePoint(signs[0]);
    for (int i = 1; i < signs.length; i++) {
      spelled.append(between(signs[i - 1], signs[i])).appendCodePoint(signs[i]);
    }
    return spelled.toString();
  }

  /** A digit with a letter or another one behind it would be heard as a measure or a number. */
  private static String between(int one, int other) {
    boolean digit = Character.isDigit(one) || Character.isDigit(other);
    boolean plain = Character.isLetterOrDigit(one) && Character.isLetterOrDigit(other);
    return digit && plain ? ", " : " ";
  }
}
