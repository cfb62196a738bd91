package dev.hark.hub.work;

import dev.hark.task.Answer;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Whether an answer agrees with the known one.
 *
 * <p>A choice agrees when it is the same option. Words agree when, without case, punctuation and
 * white space, the word error rate (changed, missing and added words over the words that are known)
 * is at most 0.1, or when one word at most differs and at least four are known. A form agrees when
 * all its parts do.
 */
public final class Gold {
  private static final double ERROR_RATE = 0.1;
  private static final int WORDS_FOR_ONE_ERROR = 4;

  private Gold() {}

  public static boolean agrees(Answer known, Answer given) {
    return switch (known) {
      case Answer.Choice(String option) ->
          given instanceof Answer.Choice(String chosen) && chosen.equals(option);
      case Answer.Text(String words, _) ->
          given instanceof Answer.Text(String said, _) && agree(words(words), words(said));
      case Answer.Form(List<Answer> parts) ->
          given instanceof Answer.Form(List<Answer> answers) && all(parts, answers);
    };
  }

  private static boolean all(List<Answer> known, List<Answer> given) {
    if (known.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < known.size(); i++) {
      if (!agrees(known.get(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean agree(List<String> known, List<String> said) {
    int allowed =
        Math.max(
            (int) Math.floor(known.size() * ERROR_RATE),
            known.size() >= WORDS_FOR_ONE_ERROR ? 1 : 0);
    return Math.abs(known.size() - said.size()) <= allowed && distance(known, said) <= allowed;
  }

  /** Words in lower case, of letters and digits only; what is left of "it's" is "its". */
  static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
            .strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }

  /** Fewest changed, missing and added words between two texts. */
  static int distance(List<String> known, List<String> said) {
    int[] row = new int[said.size() + 1];
    for (int j = 0; j <= said.size(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= known.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= said.size(); j++) {
        int change = diagonal + (known.get(i - 1).equals(said.get(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[said.size()];
  }
}
