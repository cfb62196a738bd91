package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.task.Medium;
import dev.hark.task.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts what the hub knows of a question's files in the place of what the requester says. */
public final class QuestionFiles {
  private QuestionFiles() {}

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID} where a file is not the requester's
   */
  public static Question resolve(Handle handle, String requesterId, Question question) {
    List<Medium> media =
        question.media().stream().map(medium -> known(handle, requesterId, medium)).toList();
    String prompt = question.prompt();
    return switch (question) {
      case Question.Transcription some ->
          new Question.Transcription(
              prompt,
              media,
              some.context().map(medium -> known(handle, requesterId, medium)),
              some.glossary());
      case Question.OpenText some -> new Question.OpenText(prompt, media);
      case Question.Choice choice ->
          new Question.Choice(prompt, media, choice.options(), choice.ownWords());
      case Question.Form form ->
          new Question.Form(
              prompt,
              media,
              form.parts().stream().map(part -> resolve(handle, requesterId, part)).toList());
    };
  }

  private static Medium known(Handle handle, String requesterId, Medium medium) {
    return handle
        .createQuery("select type, seconds from medium where id = :id and owner_id = :owner")
        .bind("id", medium.id())
        .bind("owner", requesterId)
        .map(
            (row, context) -> {
              double seconds = row.getDouble("seconds");
              Optional<Duration> length =
                  row.wasNull()
                      ? Optional.empty()
                      : Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
              return new Medium(medium.id(), row.getString("type"), length, medium.description());
            })
        .findOne()
        .orElseThrow(
            () -> new Fault.Refused(Refusal.INVALID, "media: files that you uploaded before"));
  }
}
