package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param type {@code transcription}, {@code text}, {@code choice} or {@code form}
 * @param prompt plain text
 * @param media in order, may be empty
 * @param options of a choice, else absent
 * @param parts of a form, else absent
 */
public record QuestionJson(
    String type,
    String prompt,
    List<MediumJson> media,
    @Nullable List<OptionJson> options,
    @Nullable List<QuestionJson> parts) {

  /** One option of a choice. */
  public record OptionJson(String id, String label) {}
}
