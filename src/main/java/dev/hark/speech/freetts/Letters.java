package dev.hark.speech.freetts;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Letters that FreeTTS knows in place of those at which it splits a word or falls silent. */
final class Letters {
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "Ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "Oe"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ı', "i"));

  private Letters() {}

  /** Text of another script is named once for each stretch of it; a picture by its name. */
  static String known(String text) {
    StringBuilder known = new StringBuilder();
    UnicodeScript foreign = UnicodeScript.LATIN;
    for (int c : Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray()) {
      UnicodeScript script = UnicodeScript.of(c);
      if (c < 128) {
        known.appendCodePoint(c);
        foreign = Character.isLetterOrDigit(c) ? UnicodeScript.LATIN : foreign;
      } else if (PLAIN.containsKey(c)) {
        known.append(PLAIN.get(c));
      } else if (Character.isDigit(c)) {
        known.append(Character.digit(c, 10));
      } else if (Character.isLetter(c) && script != foreign) {
        foreign = script;
        known.append(script == UnicodeScript.LATIN ? " " : " text in " + name(script) + " ");
      } else if (Character.getType(c) == Character.OTHER_SYMBOL) {
        known.append(' ').append(pictured(c)).append(' ');
      }
    }
    return known.toString().replaceAll(" {2,}", " ").replaceAll(" ([,.;!?])", "$1");
  }

  private static String name(UnicodeScript script) {
    if (script == UnicodeScript.COMMON) {
      return "another script";
    }
    String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String pictured(int c) {
    String name = Character.getName(c);
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }
}
