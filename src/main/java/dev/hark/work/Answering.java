package dev.hark.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.fault.Sentence;
import dev.hark.task.Answer;
import dev.hark.task.Question;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An answer while it is being made: one part for a plain question, several for a form. */
final class Answering {
  private final Question question;
  private final List<Question> parts;
  private final String[] given;

  /** Where a choice is answered in own words. */
  private final boolean[] own;

  private final Doubts[] doubts;
  private int at;

  Answering(Question question) {
    this.question = question;
    this.parts = question instanceof Question.Form form ? form.parts() : List.of(question);
    this.given = new String[parts.size()];
    this.own = new boolean[parts.size()];
    this.doubts = new Doubts[parts.size()];
    Arrays.fill(given, "");
    Arrays.setAll(doubts, _ -> new Doubts());
  }

  boolean isForm() {
    return question instanceof Question.Form;
  }

  Question part() {
    return parts.get(at);
  }

  int number() {
    return at + 1;
  }

  int count() {
    return parts.size();
  }

  /** Moves by so many parts; false where there is none. */
  boolean move(int by) {
    if (at + by < 0 || at + by >= parts.size()) {
      return false;
    }
    at += by;
    return true;
  }

  /** Whether the current part can be answered in words. */
  boolean takesWords() {
    return !(part() instanceof Question.Choice choice) || choice.ownWords();
  }

  /** Whether the current part is answered by an option, or not at all where it could be. */
  boolean isOption() {
    return part() instanceof Question.Choice && !own[at];
  }

  /** Words of the current part, empty where none, or where an option was chosen. */
  String text() {
    return isOption() ? "" : given[at];
  }

  void text(String text) {
    own[at] = part() instanceof Question.Choice;
    given[at] = text;
    doubts[at].changed(text);
  }

  /**
   * The words of one part.
   *
   * @param part counted from 1
   * @param confidences of each word, 0 to 1; empty where no recogniser wrote any
   */
  record Words(int part, String text, List<Double> confidences) {
    Words {
      confidences = List.copyOf(confidences);
    }
  }

  /** The words of the current part, to be put back later. */
  Words words() {
    return new Words(number(), text(), isOption() ? List.of() : doubts[at].confidences());
  }

  /** Gives a part the words that it had. */
  void restore(Words words) {
    int part = words.part() - 1;
    own[part] = parts.get(part) instanceof Question.Choice;
    given[part] = words.text();
    List<Double> confidences = words.confidences();
    doubts[part].restore(words.text(), confidences.isEmpty() ? null : confidences);
  }

  /**
   * Adds words of a recogniser.
   *
   * @param confidences of each of them, 0 to 1; fewer where they are not known
   */
  void recognised(String words, List<Double> confidences) {
    String before = given[at].strip();
    given[at] = before.isEmpty() ? words : before + " " + words;
    doubts[at].recognised(given[at], confidences);
  }

  /** Indexes of the words of the current part that a recogniser was not sure of. */
  Set<Integer> doubtful() {
    return doubts[at].indexes();
  }

  /** Whether the current part is written, and not chosen. */
  boolean isWritten() {
    return !(part() instanceof Question.Choice);
  }

  /**
   * Chooses the option with this number, counted from 1.
   *
   * @return the option; empty where there is none of that number
   */
  Optional<Question.Option> choose(int number) {
    if (part() instanceof Question.Choice choice
        && number >= 1
        && number <= choice.options().size()) {
      Question.Option option = choice.options().get(number - 1);
      given[at] = option.id();
      own[at] = false;
      doubts[at].changed("");
      return Optional.of(option);
    }
    return Optional.empty();
  }

  /** That there is no answer yet, and how the current part gets one. */
  Sentence none() {
    String how = !(part() instanceof Question.Choice) ? "-type" : takesWords() ? "" : "-choose";
    return Sentence.of("session.no-answer" + how);
  }

  /** What the current part's answer sounds like; empty where there is none. */
  String heard() {
    return heard(at);
  }

  private String heard(int index) {
    return switch (parts.get(index)) {
      case Question.Choice _ when own[index] -> given[index].strip();
      case Question.Choice choice ->
          choice.options().stream()
              .filter(option -> option.id().equals(given[index]))
              .map(Question.Option::label)
              .findFirst()
              .orElse("");
      case Question.Transcription _, Question.OpenText _, Question.Form _ -> given[index].strip();
    };
  }

  /** All that is given, one string a part, empty where a part has no answer yet. */
  List<String> allHeard() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      all.add(heard(i));
    }
    return all;
  }

  boolean empty() {
    return allHeard().stream().allMatch(String::isEmpty);
  }

  /** The first part that has no answer yet, counted from 1; empty where all have one. */
  Optional<Integer> missing() {
    int index = allHeard().indexOf("");
    return index < 0 ? Optional.empty() : Optional.of(index + 1);
  }

  void goTo(int number) {
    at = number - 1;
  }

  /** The whole answer; every part must have one. */
  Answer answer() {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      answers.add(
          parts.get(i) instanceof Question.Choice && !own[i]
              ? new Answer.Choice(given[i])
              : words(given[i].strip(), doubts[i].confidences()));
    }
    return isForm() ? new Answer.Form(answers) : answers.getFirst();
  }

  /** For the journal; {@link #restore} takes it back. */
  String encode() {
    List<AnswerJson> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean choice = parts.get(i) instanceof Question.Choice && !own[i];
      all.add(choice ? new AnswerJson(null, given[i], null) : words(i));
    }
    try {
      return Json.MAPPER.writeValueAsString(new AnswerJson(null, null, all));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings always become JSON", e);
    }
  }

  /** Where strange spaces around the words were taken for words, they go alone. */
  private static Answer.Text words(String text, List<Double> confidences) {
    return Answer.Text.fit(text, confidences)
        ? new Answer.Text(text, confidences)
        : new Answer.Text(text);
  }

  private AnswerJson words(int part) {
    List<Double> confidences = doubts[part].confidences();
    return new AnswerJson(given[part], null, null, confidences.isEmpty() ? null : confidences);
  }

  /** Takes back what {@link #encode} gave; what does not fit this question is left out. */
  void restore(String content) {
    AnswerJson saved;
    try {
      saved = Json.MAPPER.readValue(content, AnswerJson.class);
    } catch (JsonProcessingException e) {
      // Not of our making: better heard as words than lost.
      saved = new AnswerJson(null, null, List.of(new AnswerJson(content, null, null)));
    }
    List<AnswerJson> all = saved.parts() == null ? List.of(saved) : saved.parts();
    for (int i = 0; i < Math.min(all.size(), given.length); i++) {
      own[i] =
          parts.get(i) instanceof Question.Choice choice
              && choice.ownWords()
              && all.get(i).text() != null;
      String value =
          parts.get(i) instanceof Question.Choice && !own[i]
              ? all.get(i).option()
              : all.get(i).text();
      given[i] = value == null ? "" : value;
      doubts[i].restore(
          given[i], all.get(i).hasFittingConfidences() ? all.get(i).confidences() : null);
    }
  }

  /** Takes an answer that was handed in before. */
  void restore(Answer answer) {
    try {
      restore(Json.MAPPER.writeValueAsString(AnswerJson.of(answer)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("answers always become JSON", e);
    }
  }
}
