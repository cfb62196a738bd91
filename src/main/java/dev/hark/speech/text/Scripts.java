package dev.hark.speech.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds stretches of another script, and the language that they are most likely of. */
final class Scripts {
  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(UnicodeScript.CYRILLIC, "ru"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.ARABIC, "ar"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.ORIYA, "or"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.MYANMAR, "my"));

  /** Languages that share a script with a better known one: a person's own goes first. */
  private static final Map<String, UnicodeScript> OTHERS =
      Map.ofEntries(
          Map.entry("mr", UnicodeScript.DEVANAGARI),
          Map.entry("ne", UnicodeScript.DEVANAGARI),
          Map.entry("uk", UnicodeScript.CYRILLIC),
          Map.entry("bg", UnicodeScript.CYRILLIC),
          Map.entry("sr", UnicodeScript.CYRILLIC),
          Map.entry("fa", UnicodeScript.ARABIC),
          Map.entry("ur", UnicodeScript.ARABIC),
          Map.entry("ja", UnicodeScript.HAN));

  private static final String UKRAINIAN = "іїєґІЇЄҐ";

  private Scripts() {}

  /** The text in stretches of one language each; what belongs to no script goes with its text. */
  static List<Span> split(String text, Locale language) {
    List<Span> spans = new ArrayList<>();
    int begin = 0;
    int lastLetter = 0;
    UnicodeScript now = own(language);
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (Character.isLetter(c)) {
        UnicodeScript script = UnicodeScript.of(c);
        if (script != UnicodeScript.COMMON && !same(script, now)) {
          int cut = same(now, own(language)) ? at : lastLetter;
          add(spans, text.substring(begin, cut), now, language);
          begin = cut;
          now = script;
        }
        lastLetter = wordEnd(text, next);
      }
      at = next;
    }
    add(spans, text.substring(begin), now, language);
    return spans;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isMark(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static UnicodeScript own(Locale language) {
    UnicodeScript other = OTHERS.get(language.getLanguage());
    if (other != null) {
      return other;
    }
    for (Map.Entry<UnicodeScript, String> entry : LANGUAGES.entrySet()) {
      if (entry.getValue().equals(language.getLanguage())
          && entry.getKey() != UnicodeScript.HIRAGANA
          && entry.getKey() != UnicodeScript.KATAKANA) {
        return entry.getKey();
      }
    }
    return UnicodeScript.LATIN;
  }

  private static boolean same(UnicodeScript one, UnicodeScript other) {
    return one == other || (eastern(one) && eastern(other)) || (one == UnicodeScript.INHERITED);
  }

  private static boolean eastern(UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA;
  }

  private static void add(List<Span> spans, String text, UnicodeScript script, Locale language) {
    if (text.isBlank()) {
      return;
    }
    spans.add(new Span(text.strip(), languageOf(text, script, language)));
  }

  private static Locale languageOf(String text, UnicodeScript script, Locale language) {
    if (script == own(language) || (eastern(script) && eastern(own(language)))) {
      return language;
    }
    if (script == UnicodeScript.LATIN) {
      return Locale.ENGLISH;
    }
    if (script == UnicodeScript.CYRILLIC && text.chars().anyMatch(c -> UKRAINIAN.indexOf(c) >= 0)) {
      return Locale.of("uk");
    }
    boolean kana =
        text.codePoints()
            .mapToObj(UnicodeScript::of)
            .anyMatch(found -> found == UnicodeScript.HIRAGANA || found == UnicodeScript.KATAKANA);
    if (kana) {
      return Locale.of("ja");
    }
    return Locale.of(LANGUAGES.getOrDefault(script, "und"));
  }
}
