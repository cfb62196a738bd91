package dev.hark.speech.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of letters: names in capitals, words put together by capitals, accents. */
final class PlainWords {
  private static final Pattern VOWEL = Pattern.compile("[AEIOUYÀ-ÖÙ-Ý]");
  private static final Pattern SEAM =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern NAME =
      Pattern.compile("(?:(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)?\\p{Lu}|IJ)[\\p{Ll}'’]+");
  private static final int SHORT = 3;

  private final Saying saying;
  private final Set<String> wordsInCapitals;
  private final Set<String> spelledInCapitals;

  PlainWords(Saying saying) {
    this.saying = saying;
    this.spelledInCapitals = Set.of(saying.tongue().word("capitals.spelled").split(" ", -1));
    this.wordsInCapitals = Set.of(saying.tongue().word("capitals.words").split(" ", -1));
  }

  /**
   * @param shouted whether all around it is in capitals too, so that they tell nothing
   */
  String said(String word, boolean shouted) {
    String said = letters(spoken(word, shouted));
    return switch (saying.style().capitals()) {
      case WORD -> told(word, said);
      case NONE, PITCH -> said;
    };
  }

  private String letters(String text) {
    return saying.plainLetters() ? Letters.plain(text) : text;
  }

  private String spoken(String word, boolean shouted) {
    if (word.length() < 2
        || word.equals(word.toLowerCase(Locale.ROOT))
        || NAME.matcher(word).matches()) {
      return word;
    }
    if (!word.equals(word.toUpperCase(Locale.ROOT))) {
      return apart(word);
    }
    return inCapitals(word, shouted);
  }

  private String inCapitals(String word, boolean shouted) {
    String letters = word.replaceAll("[^\\p{L}]", "");
    if (shouted || wordsInCapitals.contains(letters)) {
      return word.toLowerCase(Locale.ROOT);
    }
    if (spelledInCapitals.contains(letters)) {
      return saying.spelled(letters);
    }
    boolean readable = letters.length() > SHORT && VOWEL.matcher(letters).find();
    return readable ? word.toLowerCase(Locale.ROOT) : saying.spelled(letters);
  }

  /** {@code userName} as {@code user Name}; plurals of names in capitals stay one: {@code PDFs}. */
  private String apart(String word) {
    if (word.matches("\\p{Lu}{2,5}['’]?s")) {
      return saying.spelled(word.replaceAll("['’]?s$", "")) + "'s";
    }
    StringBuilder apart = new StringBuilder();
    for (String part : SEAM.split(word, -1)) {
      apart
          .append(apart.isEmpty() ? "" : " ")
          .append(isAllCapitals(part) ? inCapitals(part, false) : part);
    }
    return apart.toString();
  }

  private static boolean isAllCapitals(String part) {
    return part.length() > 1 && part.equals(part.toUpperCase(Locale.ROOT));
  }

  private String told(String word, String said) {
    int first = word.codePointAt(0);
    long capitals = word.codePoints().filter(Character::isUpperCase).count();
    if (capitals > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
      return saying.tongue().word("capitals") + " " + said;
    }
    return Character.isUpperCase(first) ? saying.tongue().word("capital") + " " + said : said;
  }
}
