package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.task.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an answer back in the way that was asked for. */
final class Reading {
  private final Session session;
  private final Answering answering;
  private final Locale language;
  private final ReadBack aloud;

  /** What was last read of each part, by its number. */
  private final Map<Integer, String> heard = new HashMap<>();

  /** What was spelled by the last key, so that the same key again spells it with words. */
  private String spelled = "";

  /**
   * @param language of the answer
   */
  Reading(Session session, Answering answering, Locale language) {
    this.session = session;
    this.answering = answering;
    this.language = language;
    this.aloud = new ReadBack(language, session.desk().byEar().alphabet());
  }

  ReadBack aloud() {
    return aloud;
  }

  /**
   * @param argument number of a word, from which or which alone is read; empty for all
   * @param cursor index of the word where the worker is
   */
  void act(Action action, String argument, int cursor) {
    String before = spelled;
    spelled = "";
    if (answering.empty() || (action != Action.READ && answering.heard().isEmpty())) {
      session.say().answer(answering.none());
      return;
    }
    WordText text = WordText.of(answering.heard());
    Optional<Integer> number = WordNumber.of(argument, text.count());
    if (!argument.isBlank() && number.isEmpty()) {
      session.say().answer("edit.no-such-word", argument.strip(), text.count());
      return;
    }
    switch (action) {
      case READ -> read();
      case WORDS -> words(text, number.map(n -> n - 1).orElse(0));
      case SPELL -> spell(number.map(n -> text.word(n - 1)).orElse(text.text()), before);
      case READ_ON -> readOn(text, number.map(n -> n - 1).orElse(cursor));
      case READ_CHANGED -> changed();
      default -> throw new IllegalArgumentException(action + " reads nothing");
    }
  }

  private void read() {
    if (answering.isForm()) {
      readParts();
      return;
    }
    say(sentence());
    if (!answering.isOption()) {
      session.say().answer("session.count", count());
      unsure();
    }
    remember();
  }

  private void readParts() {
    List<String> all = answering.allHeard();
    for (int i = 0; i < all.size(); i++) {
      say(
          Sentence.of(
              all.get(i).isEmpty() ? "session.read-part-empty" : "session.read-part",
              i + 1,
              all.get(i)));
      heard.put(i + 1, all.get(i));
    }
  }

  /** The current part's answer, in one sentence. */
  Sentence sentence() {
    return answering.isOption()
        ? Sentence.of("session.chosen", answering.heard())
        : Sentence.of("session.read", answering.heard());
  }

  /** Words of the whole answer, without marks. */
  int count() {
    return answering.allHeard().stream()
        .mapToInt(text -> WordText.of(Mark.without(text)).count())
        .sum();
  }

  /** Words that a recogniser was not sure of, where there are any. */
  void unsure() {
    WordText text = WordText.of(answering.heard());
    List<Object> words = new ArrayList<>();
    answering.doubtful().stream()
        .sorted()
        .filter(index -> index < text.count())
        .forEach(index -> words.add(Sentence.of("ear.plain", aloud.exact(text.word(index)))));
    if (!words.isEmpty()) {
      say(Sentence.of("ear.unsure-words", words));
    }
  }

  private void words(WordText text, int from) {
    Set<Integer> doubtful = answering.doubtful();
    if (from == 0) {
      say(Sentence.of("session.words", aloud.wordByWord(text, doubtful)));
      remember();
      return;
    }
    List<Object> rest = new ArrayList<>();
    for (int i = from; i < text.count(); i++) {
      rest.add(aloud.word(text, i, doubtful.contains(i)));
    }
    say(
        Sentence.of(
            "session.words",
            Spelling.joined(rest, (one, other) -> Sentence.of("ear.pause", one, other), "")));
  }

  private void spell(String what, String before) {
    boolean again = what.equals(before);
    spelled = what;
    say(
        Sentence.of(
            "session.words",
            ReadBack.spelled(WordText.of(what), again ? ByEar.Alphabet.ALL : aloud.alphabet())));
  }

  private void readOn(WordText text, int from) {
    say(Sentence.of("session.read", text.part(Math.min(from, text.count() - 1), text.count())));
  }

  private void changed() {
    String before = heard.get(answering.number());
    if (before == null) {
      read();
      return;
    }
    List<Changes.Change> changes = Changes.between(before, answering.heard());
    if (changes.isEmpty()) {
      session.say().answer("ear.unchanged");
    }
    changes.forEach(change -> say(change.sentence(aloud)));
    remember();
  }

  /** Says words of the answer. */
  void say(Sentence sentence) {
    session.say().readBack(language, sentence);
  }

  private void remember() {
    heard.put(answering.number(), answering.heard());
  }
}
