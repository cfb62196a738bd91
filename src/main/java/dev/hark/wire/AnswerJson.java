package dev.hark.wire;

import dev.hark.task.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer; exactly one member is present, as the question's type asks, and confidences only with
 * a text.
 *
 * @param text for transcription and text
 * @param option id of the chosen option
 * @param parts answers to a form's parts, in order
 * @param confidences how sure a speech recogniser was of each word of the text between white space,
 *     0 to 1, and 1 for one that was typed; absent where no recogniser wrote any
 */
public record AnswerJson(
    @Nullable String text,
    @Nullable String option,
    @Nullable List<AnswerJson> parts,
    @Nullable List<Double> confidences) {

  /** Without confidences. */
  public AnswerJson(
      @Nullable String text, @Nullable String option, @Nullable List<AnswerJson> parts) {
    this(text, option, parts, null);
  }

  public static AnswerJson of(Answer answer) {
    return switch (answer) {
      case Answer.Text(String text, List<Double> sure) ->
          new AnswerJson(text, null, null, sure.isEmpty() ? null : sure);
      case Answer.Choice choice -> new AnswerJson(null, choice.optionId(), null);
      case Answer.Form form ->
          new AnswerJson(null, null, form.parts().stream().map(AnswerJson::of).toList());
    };
  }

  /**
   * The answer that this stands for.
   *
   * @throws IllegalArgumentException where not exactly one member is present, a form holds a form,
   *     or confidences do not fit the text
   */
  public Answer toAnswer() {
    if (parts != null && text == null && option == null) {
      return new Answer.Form(parts.stream().map(AnswerJson::toPart).toList());
    }
    return toPart();
  }

  /** As those see it who need not know what was said and what was typed. */
  public AnswerJson asTyped() {
    return new AnswerJson(
        text, option, parts == null ? null : parts.stream().map(AnswerJson::asTyped).toList());
  }

  /** Whether there are none, or one from 0 to 1 for each word of the text. */
  public boolean hasFittingConfidences() {
    if (parts != null && !parts.stream().allMatch(AnswerJson::hasFittingConfidences)) {
      return false;
    }
    return confidences == null
        || (text != null && !confidences.contains(null) && Answer.Text.fit(text, confidences));
  }

  private Answer toPart() {
    if (text != null && option == null && parts == null) {
      return new Answer.Text(text, confidences == null ? List.of() : confidences);
    }
    if (option != null && text == null && parts == null) {
      return new Answer.Choice(option);
    }
    throw new IllegalArgumentException("an answer is a text, an option or parts");
  }
}
