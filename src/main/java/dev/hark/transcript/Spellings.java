package dev.hark.transcript;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Words as numbers of letters and of sounds; what was asked for is known again. Safe for use by
 * several threads.
 */
final class Spellings {
  /** Different words that are kept. */
  private static final int MOST_KNOWN = 200_000;

  private final ConcurrentHashMap<String, Spelled> known = new ConcurrentHashMap<>();

  /**
   * A word's letters and sounds, each as its number among all characters.
   *
   * @param greatest of those numbers
   */
  record Spelled(int[] letters, int[] sounds, int greatest) {
    static Spelled of(String word) {
      int[] letters = word.chars().toArray();
      int[] sounds = Sound.of(word).chars().toArray();
      return new Spelled(letters, sounds, Math.max(greatest(letters), greatest(sounds)));
    }

    private static int greatest(int[] numbers) {
      int greatest = 0;
      for (int number : numbers) {
        greatest = Math.max(greatest, number);
      }
      return greatest;
    }
  }

  Spelled of(String word) {
    Spelled spelled = known.get(word);
    if (spelled == null) {
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      spelled = Spelled.of(word);
      known.put(word, spelled);
    }
    return spelled;
  }
}
