package dev.hark.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words with a capital, which are to be said higher. */
final class RaisedWords {
  private static final Pattern RUN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\\p{Sc}'’.@/_-])\\p{Lu}[\\p{L}'’]*+(?: \\p{Lu}[\\p{L}'’]*+)*+"
              + "(?![\\p{N}@/_-]|\\.\\p{L}|\\s?[\\p{N}\\p{Sc}])");

  private RaisedWords() {}

  /** The span cut before and after such words; those that belong to a number stay with it. */
  static List<Span> split(Span span, Tongue tongue) {
    List<Span> parts = new ArrayList<>();
    String text = span.text();
    int from = 0;
    Matcher run = RUN.matcher(text);
    while (run.find()) {
      if (alone(text, run, tongue)) {
        add(parts, text.substring(from, run.start()), span, false);
        add(parts, run.group(), span, true);
        from = run.end();
      }
    }
    add(parts, text.substring(from), span, false);
    return parts;
  }

  private static boolean alone(String text, Matcher run, Tongue tongue) {
    int before = run.start() - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    boolean afterNumber = before >= 0 && Character.isDigit(text.charAt(before));
    boolean abbreviation =
        run.end() < text.length()
            && text.charAt(run.end()) == '.'
            && tongue.abbreviations().containsKey(lastWord(run.group()) + ".");
    return !afterNumber && !abbreviation;
  }

  private static String lastWord(String run) {
    return run.substring(run.lastIndexOf(' ') + 1);
  }

  /** Marks alone go with the words before them. */
  private static void add(List<Span> parts, String text, Span whole, boolean raised) {
    boolean words = text.codePoints().anyMatch(Character::isLetterOrDigit);
    if (!words && !parts.isEmpty()) {
      Span before = parts.removeLast();
      parts.add(
          new Span(
              (before.text() + text).strip(), before.language(), before.raised(), before.task()));
    } else if (!text.isBlank()) {
      parts.add(new Span(text.strip(), whole.language(), raised, whole.task()));
    }
  }
}
