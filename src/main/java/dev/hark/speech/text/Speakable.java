package dev.hark.speech.text;

import dev.hark.speech.Skill;
import dev.hark.speech.Utterance;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Puts text into words, by the wishes of one voice profile. Safe for use by several threads. */
public final class Speakable {
  /**
   * The utterance in spans, each made when it is asked for, so that the first is heard before the
   * last is looked at.
   *
   * @param spoken whether there is an engine for a language
   */
  public Iterator<Span> spans(Utterance utterance, Predicate<Locale> spoken) {
    return List.of(new Span(utterance.text(), utterance.language())).iterator();
  }

  /**
   * What an engine is given.
   *
   * @param skills what it reads well by itself in the span's language
   */
  public String words(Span span, Set<Skill> skills) {
    return span.text();
  }
}
