package dev.hark.speech.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text of one language from left to right, and tells it in words. */
final class Reader {
  private static final Pattern RANGE =
      Pattern.compile("\\s?[–—]\\s?(?=[\\d€$£¥₹])|-(?=\\d)|\\s-\\s(?=\\d{1,2}:\\d\\d)");
  private static final int LONGEST_ABBREVIATION = 9;

  private final Saying saying;
  private final Tongue tongue;
  private final PlainWords words;
  private final Notations notations;
  private final Romans romans;
  private final Emoji emoji;
  private final Lexicon lexicon;

  Reader(Saying saying) {
    this.saying = saying;
    this.tongue = saying.tongue();
    this.words = new PlainWords(saying);
    this.notations = new Notations(saying, name -> words.said(name, false));
    this.romans = new Romans(tongue);
    this.emoji = new Emoji(tongue);
    this.lexicon = new Lexicon(saying.style().lexicon(), tongue.locale().getLanguage());
  }

  String read(String text) {
    return new Reading(text).all();
  }

  /** One text on its way into words. */
  private final class Reading {
    private final String text;
    private final boolean shouted;
    private final Spoken out = new Spoken();
    private String before = "";
    private int at;

    Reading(String text) {
      this.text = text;
      this.shouted = shouted(text);
    }

    String all() {
      while (at < text.length()) {
        step();
      }
      return out.toString();
    }

    private void step() {
      int c = text.codePointAt(at);
      if (Character.isWhitespace(c)) {
        if (c == '\n') {
          out.endLine();
        }
        out.blank();
        at++;
        return;
      }
      Notations.Found own = lexicon.at(text, at);
      if (own != null) {
        out.word(own.said());
        at = own.end();
        return;
      }
      if (shortened(c)) {
        return;
      }
      if (Emoji.begins(text, at)) {
        pictures();
        return;
      }
      if (Character.isLetter(c) && abbreviation()) {
        return;
      }
      if (notationMayBegin(c) && notation(Character.isDigit(c))) {
        return;
      }
      if (Character.isLetter(c)) {
        word();
      } else if (Character.isDigit(c)) {
        digits();
      } else {
        sign(c);
      }
    }

    /** {@code 's}, {@code 't} and the like, which a Dutch voice knows. */
    private boolean shortened(int c) {
      boolean mark = c == '\'' || c == '’';
      if (!mark || !tongue.dutch() || at + 2 >= text.length() || !gapBefore()) {
        return false;
      }
      char letter = text.charAt(at + 1);
      if ("stnmkr".indexOf(letter) < 0 || text.charAt(at + 2) != ' ') {
        return false;
      }
      out.word("'" + letter);
      at += 2;
      return true;
    }

    private boolean gapBefore() {
      return at == 0 || Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
    }

    private boolean notationMayBegin(int c) {
      if (c != '-' && c != '−' && c != '+' && c != '@' && c != '/' && c != '~' && c != '.') {
        return true;
      }
      return gapBefore();
    }

    private boolean notation(boolean digit) {
      Notations.Found found = notations.at(text, at);
      if (found == null) {
        return false;
      }
      out.word(found.said());
      at = found.end();
      before = "";
      if (digit || Character.isDigit(text.charAt(at - 1))) {
        range();
      }
      return true;
    }

    private void range() {
      Matcher matcher = RANGE.matcher(text).region(at, text.length());
      if (matcher.lookingAt()) {
        out.word(tongue.word("to"));
        out.blank();
        at = matcher.end();
      }
    }

    private boolean abbreviation() {
      for (int length = Math.min(LONGEST_ABBREVIATION, text.length() - at); length > 1; length--) {
        int end = at + length;
        Tongue.Abbreviation known = tongue.abbreviations().get(text.substring(at, end));
        if (known != null && standsAlone(end) && (!known.beforeNumber() || numberAt(end))) {
          out.word(known.said());
          boolean dotted = text.charAt(end - 1) == '.';
          at = end;
          before = known.said();
          if (dotted && known.mayEnd() && sentenceEnds(end)) {
            out.closing('.');
          }
          return true;
        }
      }
      return false;
    }

    private boolean standsAlone(int end) {
      if (end == text.length()) {
        return true;
      }
      boolean dotted = text.charAt(end - 1) == '.' || text.charAt(end - 1) == '/';
      return dotted
          ? text.charAt(end - 1) == '/'
              || !Character.isLetterOrDigit(text.codePointAt(end))
              || numberAt(end)
          : !Character.isLetterOrDigit(text.codePointAt(end)) && text.charAt(end) != '.';
    }

    private boolean numberAt(int from) {
      int next = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
      return next < text.length() && Character.isDigit(text.charAt(next));
    }

    private boolean sentenceEnds(int from) {
      int next = from;
      while (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      return next == text.length()
          || (next > from && Character.isUpperCase(text.codePointAt(next)));
    }

    private void word() {
      int from = at;
      while (at < text.length() && inWord()) {
        at += Character.charCount(text.codePointAt(at));
      }
      String word = text.substring(from, at);
      int roman = romans.value(word, before);
      out.word(roman > 0 ? saying.numerals().whole(roman) : words.said(word, shouted));
      before = word;
    }

    private boolean inWord() {
      int c = text.codePointAt(at);
      if (Character.isLetter(c) || isMark(c)) {
        return true;
      }
      boolean apostrophe = c == '\'' || c == '’';
      return apostrophe && at + 1 < text.length() && Character.isLetter(text.codePointAt(at + 1));
    }

    private static boolean isMark(int c) {
      int type = Character.getType(c);
      return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private void digits() {
      StringBuilder run = new StringBuilder();
      while (at < text.length() && run.length() < NumberWords.MOST_DIGITS) {
        int c = text.codePointAt(at);
        if (!Character.isDigit(c)) {
          break;
        }
        run.append(Character.digit(c, 10));
        at += Character.charCount(c);
      }
      boolean coded = run.length() > 6 || (run.length() > 1 && run.charAt(0) == '0');
      String digits = run.toString();
      out.word(
          coded
              ? saying.numerals().apart(digits)
              : saying.numerals().plain(new Figure(digits, "")));
      before = "";
    }

    private void pictures() {
      int from = at;
      at = Emoji.end(text, at);
      String picture = text.substring(from, at);
      int count = 1;
      while (text.startsWith(picture, at)
          && Emoji.begins(text, at)
          && Emoji.end(text, at) == at + picture.length()) {
        at += picture.length();
        count++;
      }
      String name = saying.emoji() ? picture : emoji.name(picture);
      out.word(count == 1 ? name : tongue.word("again", name, saying.numerals().whole(count)));
      if (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        out.blank();
      }
    }

    private void sign(int c) {
      int from = at;
      while (at < text.length() && text.codePointAt(at) == c) {
        at += Character.charCount(c);
      }
      int count = (at - from) / Character.charCount(c);
      new Signs(saying, notations.numbers(), out).say(c, count, text, from, at);
      before = "";
    }
  }

  /** Whether nearly all is in capitals. */
  private static boolean shouted(String text) {
    int large = 0;
    int small = 0;
    for (int i = 0; i < text.length(); i++) {
      large += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
      small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
    }
    return large > 12 && small * 5 < large && text.indexOf(' ') > 0;
  }
}
