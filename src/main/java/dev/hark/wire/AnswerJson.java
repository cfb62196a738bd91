package dev.hark.wire;

import dev.hark.task.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer; exactly one member is present, as the question's type asks.
 *
 * @param text for transcription and text
 * @param option id of the chosen option
 * @param parts answers to a form's parts, in order
 */
public record AnswerJson(
    @Nullable String text, @Nullable String option, @Nullable List<AnswerJson> parts) {

  public static AnswerJson of(Answer answer) {
    return switch (answer) {
      case Answer.Text words -> new AnswerJson(words.text(), null, null);
      case Answer.Choice choice -> new AnswerJson(null, choice.optionId(), null);
      case Answer.Form form ->
          new AnswerJson(null, null, form.parts().stream().map(AnswerJson::of).toList());
    };
  }

  /**
   * The answer that this stands for.
   *
   * @throws IllegalArgumentException where not exactly one member is present, or a form holds a
   *     form
   */
  public Answer toAnswer() {
    if (parts != null && text == null && option == null) {
      return new Answer.Form(parts.stream().map(AnswerJson::toPart).toList());
    }
    return toPart();
  }

  private Answer toPart() {
    if (text != null && option == null && parts == null) {
      return new Answer.Text(text);
    }
    if (option != null && text == null && parts == null) {
      return new Answer.Choice(option);
    }
    throw new IllegalArgumentException("an answer is a text, an option or parts");
  }
}
