package dev.hark.speech.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Roman numerals where they can be nothing else: after a name, or after "chapter" and the like. */
final class Romans {
  private static final Pattern FORM = Pattern.compile("(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})");

  private final Set<String> heads;

  Romans(Tongue tongue) {
    this.heads = Set.of(tongue.word("roman.heads").split(" ", -1));
  }

  /**
   * @param before the word before it, empty where there is none
   * @return its value, or 0 where it is no numeral here
   */
  int value(String word, String before) {
    if (before.isEmpty() || word.length() > 6 || !FORM.matcher(word).matches()) {
      return 0;
    }
    boolean headed = heads.contains(before.toLowerCase(Locale.ROOT));
    boolean named =
        word.length() > 1
            && before.length() > 2
            && Character.isUpperCase(before.charAt(0))
            && Character.isLowerCase(before.charAt(1));
    return headed || named ? sum(word) : 0;
  }

  private static int sum(String word) {
    int sum = 0;
    int after = 0;
    for (int i = word.length() - 1; i >= 0; i--) {
      int value =
          switch (word.charAt(i)) {
            case 'X' -> 10;
            case 'V' -> 5;
            default -> 1;
          };
      sum += value < after ? -value : value;
      after = value;
    }
    return sum;
  }
}
