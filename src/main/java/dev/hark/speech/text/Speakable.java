package dev.hark.speech.text;

import dev.hark.speech.Skill;
import dev.hark.speech.Utterance;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Puts text into words, by the wishes of one voice profile. Safe for use by several threads. */
public final class Speakable {
  private final Style style;
  private final Map<Key, Reader> readers = new ConcurrentHashMap<>();

  private record Key(String language, Set<Skill> skills) {}

  /** For a person who has said nothing about it. */
  public Speakable() {
    this(Style.USUAL);
  }

  public Speakable(Style style) {
    this.style = style;
  }

  /**
   * The utterance in spans, each made when it is asked for, so that the first is heard before the
   * last is looked at. A stretch of another script is a span of its language where that is spoken,
   * and otherwise told as such in the language around it.
   *
   * @param spoken whether there is an engine for a language
   */
  public Iterator<Span> spans(Utterance utterance, Predicate<Locale> spoken) {
    return new Spans(utterance, spoken, style.capitals() == Capitals.PITCH);
  }

  /**
   * What an engine is given. Time is in proportion to the text.
   *
   * @param skills what it reads well by itself in the span's language
   */
  public String words(Span span, Set<Skill> skills) {
    if (skills.contains(Skill.NOTATIONS)) {
      return span.text();
    }
    return reader(span.language(), skills)
        .map(reader -> reader.read(span.text()))
        .orElse(span.text());
  }

  private Optional<Reader> reader(Locale language, Set<Skill> skills) {
    return Tongue.of(language)
        .map(
            tongue ->
                readers.computeIfAbsent(
                    new Key(language.getLanguage(), Set.copyOf(skills)),
                    key -> reader(tongue, key.skills())));
  }

  private Reader reader(Tongue tongue, Set<Skill> skills) {
    Numerals numerals = new Numerals(tongue, skills.contains(Skill.NUMBERS), style.numbers());
    return new Reader(
        new Saying(
            tongue,
            numerals,
            style,
            !skills.contains(Skill.LETTERS),
            skills.contains(Skill.EMOJI)));
  }
}
