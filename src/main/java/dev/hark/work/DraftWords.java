package dev.hark.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of an unfinished answer as it is kept, without knowing its question. */
public final class DraftWords {
  private DraftWords() {}

  /**
   * What was typed or chosen so far, the parts of a form with semicolons between.
   *
   * @param content as a session keeps it; anything else is taken for words
   */
  public static String of(String content) {
    AnswerJson saved;
    try {
      saved = Json.MAPPER.readValue(content, AnswerJson.class);
    } catch (JsonProcessingException e) {
      return content;
    }
    List<AnswerJson> parts = saved.parts() == null ? List.of(saved) : saved.parts();
    return parts.stream()
        .flatMap(part -> Stream.of(part.text(), part.option()))
        .filter(Objects::nonNull)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("; "));
  }
}
