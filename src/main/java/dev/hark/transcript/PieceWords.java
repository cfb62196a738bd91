package dev.hark.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The different words of a piece as numbers from 1 on, 0 for no word, and how far they are apart.
 * For one thread.
 */
final class PieceWords {
  /** No word. */
  static final int NOTHING = 0;

  /** How much of a distance is sound; the rest is letters. */
  private static final float SHARE_OF_SOUND = 0.25f;

  private final boolean bySpelling;
  private final float shareOfSound;
  private final List<String> words = new ArrayList<>(List.of(""));
  private final Map<String, Integer> numbers = new HashMap<>();
  private @Nullable Distances distances;

  /**
   * @param without parts of the method that are left out
   */
  PieceWords(Set<Part> without) {
    bySpelling = !without.contains(Part.SPELLING);
    shareOfSound = without.contains(Part.SOUND) ? 0 : SHARE_OF_SOUND;
  }

  /** The number of a word, a new one where it is new. */
  int number(String word) {
    Integer known = numbers.get(word);
    if (known == null) {
      known = words.size();
      words.add(word);
      numbers.put(word, known);
      distances = null;
    }
    return known;
  }

  String word(int number) {
    return words.get(number);
  }

  /** One more than the greatest number. */
  int size() {
    return words.size();
  }

  /**
   * 0 for the same word to 1 for two that have neither a letter nor a sound in common: the fewest
   * changes of single letters, as a share of the longer word, and of single sounds likewise.
   */
  float distance(int one, int other) {
    return one == other ? 0 : bySpelling ? all().between(one, other) : 1;
  }

  /** The same from one word to each of a text. */
  float[] distances(int one, int[] text) {
    float[] row = new float[text.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = distance(one, text[i]);
    }
    return row;
  }

  private Distances all() {
    if (distances == null) {
      distances = new Distances(words, shareOfSound);
    }
    return distances;
  }

  /** Those that were asked for. */
  private static final class Distances {
    private final float shareOfSound;
    private final int[][] letters;
    private final int[][] sounds;
    private final float[][] known;
    private final Edits spelled;
    private final Edits heard;

    /** The word that edits are from. */
    private int from = NOTHING;

    Distances(List<String> words, float shareOfSound) {
      this.shareOfSound = shareOfSound;
      Map<Character, Integer> alphabet = new HashMap<>();
      letters = new int[words.size()][];
      sounds = new int[words.size()][];
      known = new float[words.size()][];
      for (int i = 0; i < letters.length; i++) {
        letters[i] = numbered(words.get(i), alphabet);
        sounds[i] = numbered(Sound.of(words.get(i)), alphabet);
      }
      spelled = new Edits(alphabet.size());
      heard = new Edits(alphabet.size());
    }

    private static int[] numbered(String text, Map<Character, Integer> alphabet) {
      int[] numbers = new int[text.length()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = alphabet.computeIfAbsent(text.charAt(i), some -> alphabet.size());
      }
      return numbers;
    }

    float between(int one, int other) {
      int high = Math.max(one, other);
      int low = Math.min(one, other);
      float[] row = known[high];
      if (row == null) {
        row = new float[high];
        Arrays.fill(row, -1);
        known[high] = row;
      }
      float distance = row[low];
      if (distance < 0) {
        distance = measure(one, other);
        row[low] = distance;
      }
      return distance;
    }

    private float measure(int one, int other) {
      if (from != one) {
        spelled.from(letters[one]);
        heard.from(sounds[one]);
        from = one;
      }
      float letter = share(spelled, letters[one], letters[other]);
      return sounds[one].length == 0 || sounds[other].length == 0
          ? letter
          : (1 - shareOfSound) * letter + shareOfSound * share(heard, sounds[one], sounds[other]);
    }

    private static float share(Edits edits, int[] one, int[] other) {
      return (float) edits.to(other) / Math.max(one.length, other.length);
    }
  }
}
