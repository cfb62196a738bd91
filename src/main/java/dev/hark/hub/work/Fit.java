package dev.hark.hub.work;

import dev.hark.task.Answer;
import dev.hark.task.Question;
import java.util.List;

/** Whether an answer has the shape that its question asks for. */
public final class Fit {
  /** Longest text answer, in characters. */
  static final int TEXT_LIMIT = 100_000;

  private Fit() {}

  public static boolean fits(Question question, Answer answer) {
    return switch (question) {
      case Question.Transcription asked -> isText(answer);
      case Question.OpenText asked -> isText(answer);
      case Question.Choice choice ->
          (answer instanceof Answer.Choice(String chosen)
                  && choice.options().stream().anyMatch(option -> option.id().equals(chosen)))
              || (choice.ownWords() && isText(answer));
      case Question.Form form ->
          answer instanceof Answer.Form(List<Answer> parts) && all(form.parts(), parts);
    };
  }

  private static boolean isText(Answer answer) {
    return answer instanceof Answer.Text(String words, _)
        && !words.isBlank()
        && words.length() <= TEXT_LIMIT;
  }

  private static boolean all(List<Question> questions, List<Answer> answers) {
    if (questions.size() != answers.size()) {
      return false;
    }
    for (int i = 0; i < questions.size(); i++) {
      if (!fits(questions.get(i), answers.get(i))) {
        return false;
      }
    }
    return true;
  }
}
