package dev.hark.speech.text;

import dev.hark.speech.Quote;
import dev.hark.speech.Utterance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** The spans of one utterance, each made when it is asked for. */
final class Spans implements Iterator<Span> {
  private final Locale language;
  private final Predicate<Locale> spoken;
  private final boolean raising;
  private final Iterator<Span> declared;
  private final Deque<Span> ready = new ArrayDeque<>();
  private Iterator<String> sentences = List.<String>of().iterator();
  private Span around;

  /**
   * @param raising whether words with a capital are spans of their own
   */
  Spans(Utterance utterance, Predicate<Locale> spoken, boolean raising) {
    this.raising = raising;
    this.language = utterance.language();
    this.around = new Span("", language);
    this.spoken = spoken;
    this.declared = declared(utterance).iterator();
  }

  /**
   * The text cut at its quotes; each is looked for once, after the one before. Quotes of one voice
   * that only marks stand between are one.
   */
  private static List<Span> declared(Utterance utterance) {
    String text = utterance.text();
    List<Span> parts = new ArrayList<>();
    int from = 0;
    for (Quote quote : utterance.quotes()) {
      int at = quote.words().isBlank() ? -1 : place(text, quote.words(), from);
      if (at >= 0) {
        String between = text.substring(from, at);
        Span said = new Span(quote.words(), quote.language()).of(quote.task());
        Span last = parts.isEmpty() ? null : parts.getLast();
        if (last != null && last.goesWith(said) && between.codePoints().noneMatch(Spans::heard)) {
          parts.removeLast();
          said = new Span(last.text() + between + said.text(), said.language()).of(quote.task());
        } else {
          parts.add(new Span(between, utterance.language()));
        }
        parts.add(said);
        from = at + quote.words().length();
      }
    }
    parts.add(new Span(text.substring(from), utterance.language()));
    return parts;
  }

  /** Where these words stand as such, and are no part of another; -1 for nowhere. */
  private static int place(String text, String words, int from) {
    int at = text.indexOf(words, from);
    while (at >= 0 && (joins(text, at) || joins(text, at + words.length()))) {
      at = text.indexOf(words, at + 1);
    }
    return at;
  }

  /** Whether there is a letter or digit on both sides of this place. */
  private static boolean joins(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLetterOrDigit(text.codePointBefore(at))
        && Character.isLetterOrDigit(text.codePointAt(at));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty()) {
      if (sentences.hasNext()) {
        for (Span span : Scripts.split(Cleaning.clean(sentences.next()), around.language())) {
          add(span.of(around.task()));
        }
        raise();
      } else if (declared.hasNext()) {
        around = declared.next();
        sentences = new Sentences(around.text());
      } else {
        return false;
      }
    }
    return true;
  }

  private void add(Span span) {
    boolean own = span.language().getLanguage().equals(language.getLanguage());
    Span said = own || spoken.test(span.language()) ? span : described(span).of(span.task());
    boolean marksOnly = said.text().codePoints().noneMatch(Spans::heard);
    Span last = ready.peekLast();
    if (last != null && (last.goesWith(said) || marksOnly)) {
      ready.removeLast();
      ready.addLast(new Span(last.text() + " " + said.text(), last.language()).of(last.task()));
    } else if (!marksOnly || said.text().length() > 0) {
      ready.addLast(said);
    }
  }

  private void raise() {
    if (raising) {
      List<Span> whole = List.copyOf(ready);
      ready.clear();
      for (Span span : whole) {
        Tongue.of(span.language())
            .ifPresentOrElse(
                tongue -> ready.addAll(RaisedWords.split(span, tongue)), () -> ready.add(span));
      }
    }
  }

  private static boolean heard(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL;
  }

  /** Told in the utterance's own language, where no voice is there for another. */
  private Span described(Span span) {
    int[] letters = span.text().codePoints().filter(Character::isLetter).toArray();
    if (letters.length == 1) {
      return new Span(
          span.text().replace(Character.toString(letters[0]), Letters.named(letters[0])), language);
    }
    return Tongue.of(language)
        .map(tongue -> new Span(described(span.language(), tongue), language))
        .orElse(new Span(span.text(), language));
  }

  private static String described(Locale named, Tongue tongue) {
    return named.getLanguage().equals("und")
        ? tongue.word("text-other")
        : tongue.word("text-in", named.getDisplayLanguage(tongue.locale()));
  }

  @Override
  public Span next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.removeFirst();
  }
}
