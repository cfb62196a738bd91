package dev.hark.voice;

import dev.hark.speech.listen.Grammar;
import dev.hark.wording.Wording;
import dev.hark.work.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that can be said to a session in one language, made from the declarations of its actions: the
 * phrases of {@code X} stand under {@code action.x.say}, and where nothing stands there its shown
 * word is what is said.
 */
public final class Phrasebook {
  /** Options that are named one by one. */
  private static final int FEW = 3;

  private final Map<String, Spoken> meanings = new LinkedHashMap<>();
  private final Locale language;
  private final Wording wording;

  private Phrasebook(Wording wording) {
    this.wording = wording;
    this.language = wording.locale();
    for (Action action : Action.values()) {
      if (action.canBeSaid()) {
        phrases(action).forEach(phrase -> meanings.put(phrase, new Spoken.Act(action)));
      }
    }
    List<String> numbers = list("spoken.numbers");
    for (int i = 0; i < numbers.size(); i++) {
      String phrase = wording.say("spoken.option", numbers.get(i));
      meanings.put(phrase, new Spoken.Option(i + 1));
    }
    list("spoken.yes").forEach(phrase -> meanings.put(phrase, new Spoken.Answer(true)));
    list("spoken.no").forEach(phrase -> meanings.put(phrase, new Spoken.Answer(false)));
    list("spoken.what-now").forEach(phrase -> meanings.put(phrase, new Spoken.WhatNow()));
    list("spoken.wake").forEach(phrase -> meanings.put(phrase, new Spoken.Wake()));
    list("spoken.sleep").forEach(phrase -> meanings.put(phrase, new Spoken.Sleep()));
  }

  public static Phrasebook of(Wording wording) {
    return new Phrasebook(wording);
  }

  private List<String> phrases(Action action) {
    return wording.knows(action.sayKey())
        ? list(action.sayKey())
        : list(action.wordKey()).subList(0, 1);
  }

  private List<String> list(String key) {
    return Stream.of(wording.say(key).split(",", -1)).map(String::strip).toList();
  }

  public Locale language() {
    return language;
  }

  /** What a phrase asks for; empty where it is none. */
  public Optional<Spoken> meaning(String phrase) {
    return Optional.ofNullable(meanings.get(phrase));
  }

  /** What to say for an action, the first where there are several. */
  public String phrase(Action action) {
    return phrases(action).getFirst();
  }

  /**
   * What to say to choose one of so many options: each where there are a few, else the first and
   * the last.
   */
  List<String> options(int count) {
    List<String> all =
        meanings.entrySet().stream()
            .filter(one -> one.getValue() instanceof Spoken.Option(int number) && number <= count)
            .map(Map.Entry::getKey)
            .toList();
    return all.size() <= FEW
        ? all
        : List.of(wording.say("spoken.to", all.getFirst(), all.getLast()));
  }

  /** What to say so that no more commands are heard. */
  String sleepPhrase() {
    return list("spoken.sleep").getFirst();
  }

  /** What to say first, before commands are heard. */
  public String wakePhrase() {
    return list("spoken.wake").getFirst();
  }

  /** All phrases. */
  public Grammar grammar() {
    return new Grammar(List.copyOf(meanings.keySet()));
  }
}
