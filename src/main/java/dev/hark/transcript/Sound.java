package dev.hark.transcript;

import java.util.Arrays;

/**
 * What a word sounds like, roughly and by the habits of English: letters that sound alike become
 * one, silent ones go, all vowels are alike. In other languages it says little more than the
 * letters do, and does no harm.
 */
final class Sound {
  private static final String[] AS_WRITTEN = {};
  private static final String VOWELS = "aeiouy";

  /** What is written and how it sounds, longer ones first; others sound as they are written. */
  private static final String[][] SPELLINGS =
      Arrays.stream(
              """
              sion>Sn tion>Sn dge>j ght>t sch>sk tch>C ce>sa ch>C ci>sa ck>k cy>sa ge>ja gh>g kn>n \
              ph>f qu>kw sh>S th>T wh>w wr>r '> c>k x>ks z>s\
              """
                  .split(" ", -1))
          .map(one -> one.split(">", -1))
          .toArray(String[][]::new);

  private Sound() {}

  /** Of a word in small letters; the same for words that sound the same. */
  static String of(String word) {
    StringBuilder sound = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      String[] spelling = spelling(word, i);
      if (spelling.length == 0) {
        add(sound, word.charAt(i++));
      } else {
        for (int c = 0; c < spelling[1].length(); c++) {
          add(sound, spelling[1].charAt(c));
        }
        i += spelling[0].length();
      }
    }
    int end = sound.length() - 1;
    if (end > 1 && word.endsWith("e") && sound.charAt(end) == 'a') {
      sound.setLength(end);
    }
    return sound.toString();
  }

  private static String[] spelling(String word, int from) {
    for (String[] one : SPELLINGS) {
      if (word.startsWith(one[0], from)) {
        return one;
      }
    }
    return AS_WRITTEN;
  }

  /** Adds a sound, once where it follows itself, and no breath inside a word. */
  private static void add(StringBuilder sound, char c) {
    char one = VOWELS.indexOf(c) >= 0 ? 'a' : c;
    boolean first = sound.isEmpty();
    if (first || (one != 'h' && sound.charAt(sound.length() - 1) != one)) {
      sound.append(one);
    }
  }
}
