package dev.hark.task;

import java.util.List;
import java.util.regex.Pattern;

/** A worker's answer; its shape follows the question's. */
public sealed interface Answer {
  /** What stands between white space. */
  Pattern WORD = Pattern.compile("\\S+");

  /**
   * Words, exactly as typed or said. Two are the same where their words are, however sure a
   * recogniser was of them.
   *
   * @param confidences how sure a speech recogniser was of each word, 0 to 1, and 1 for what was
   *     typed; a word is what stands between white space. Empty where no recogniser wrote any.
   */
  record Text(String text, List<Double> confidences) implements Answer {
    /**
     * @throws IllegalArgumentException where there is not one for each word, or one is not from 0
     *     to 1
     */
    public Text {
      confidences = List.copyOf(confidences);
      if (!confidences.isEmpty() && !fit(text, confidences)) {
        throw new IllegalArgumentException("a confidence for each word, from 0 to 1");
      }
    }

    /** Words that no recogniser wrote. */
    public Text(String text) {
      this(text, List.of());
    }

    /** Whether there is one from 0 to 1 for each word. */
    public static boolean fit(String text, List<Double> confidences) {
      return confidences.size() == WORD.matcher(text).results().count()
          && confidences.stream().allMatch(sure -> sure >= 0 && sure <= 1);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Text(String words, _) && words.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /** The id of the option that was chosen. */
  record Choice(String optionId) implements Answer {}

  /** The answers to a form's parts, in order. */
  record Form(List<Answer> parts) implements Answer {
    public Form {
      parts = List.copyOf(parts);
    }
  }
}
