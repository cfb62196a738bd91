package dev.hark.speech.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Letters without accents, for an engine that splits a word at one or falls silent. */
final class Letters {
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'ẞ', "SS"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "Ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "Oe"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'Ð', "D"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'Þ', "Th"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ŋ', "ng"),
          Map.entry((int) 'ə', "e"),
          Map.entry((int) 'ı', "i"));

  private Letters() {}

  static String plain(String text) {
    if (text.codePoints().allMatch(c -> c < 128)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .forEach(
            c -> {
              if (c < 128) {
                plain.appendCodePoint(c);
              } else if (PLAIN.containsKey(c)) {
                plain.append(PLAIN.get(c));
              } else if (Character.isLetter(c)) {
                plain.append(' ').append(named(c)).append(' ');
              } else if (c == '’' || c == '‘') {
                plain.append('\'');
              }
            });
    return plain.toString();
  }

  /** The name of a letter that stands by itself: {@code alpha}. */
  static String named(int letter) {
    String name = Character.getName(letter);
    if (name == null) {
      return "";
    }
    int at = name.indexOf("LETTER ");
    return (at < 0 ? name : name.substring(at + "LETTER ".length())).toLowerCase(Locale.ROOT);
  }
}
