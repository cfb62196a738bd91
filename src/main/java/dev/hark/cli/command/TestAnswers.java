package dev.hark.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.journal.Journal;
import dev.hark.market.QualifyingTest;
import dev.hark.task.Answer;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The answers to one test as far as they are, kept in the journal with each one. */
final class TestAnswers {
  private final Journal journal;
  private final String name;
  private final List<Optional<Answer>> answers = new ArrayList<>();

  TestAnswers(Journal journal, QualifyingTest test) {
    this.journal = journal;
    this.name = "test-" + test.id();
    List<AnswerJson> kept = kept();
    for (int i = 0; i < test.form().parts().size(); i++) {
      answers.add(i < kept.size() ? Optional.of(kept.get(i).toAnswer()) : Optional.empty());
    }
  }

  private List<AnswerJson> kept() {
    String json = journal.setting(name).orElse("");
    try {
      return json.isEmpty()
          ? List.of()
          : Arrays.asList(Json.MAPPER.readValue(json, AnswerJson[].class));
    } catch (JsonProcessingException e) {
      // Answers that cannot be read are asked for again.
      return List.of();
    }
  }

  /** Number of the first question without an answer, counted from 0; their count where none is. */
  int firstOpen() {
    int at = 0;
    while (at < answers.size() && answers.get(at).isPresent()) {
      at++;
    }
    return at;
  }

  void put(int at, Answer answer) {
    answers.set(at, Optional.of(answer));
    try {
      journal.setting(
          name,
          Json.MAPPER.writeValueAsString(
              answers.stream()
                  .takeWhile(Optional::isPresent)
                  .flatMap(Optional::stream)
                  .map(AnswerJson::of)
                  .toList()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many were left open. */
  int open() {
    return (int)
        answers.stream().filter(answer -> answer.equals(Optional.of(new Answer.Text("")))).count();
  }

  Answer whole() {
    return new Answer.Form(
        answers.stream().map(answer -> answer.orElse(new Answer.Text(""))).toList());
  }

  void forget() {
    journal.setting(name, "");
  }
}
