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

  /**
   * Of more different words than an hour of speech has, a word is near itself only: distances would
   * take more memory than there is.
   */
  private static final int MOST_COMPARED = 5_000;

  /** How much of a distance is sound; the rest is letters. */
  private static final float SHARE_OF_SOUND = 0.25f;

  private final String[] words;
  private final boolean bySpelling;
  private final float shareOfSound;
  private final Spellings spellings;
  private @Nullable Distances distances;

  /** Gives words their numbers. */
  static final class Numbering {
    private final List<String> words = new ArrayList<>(List.of(""));
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of a word, a new one where it is new. */
    int number(String word) {
      Integer known = numbers.putIfAbsent(word, words.size());
      if (known == null) {
        words.add(word);
        return words.size() - 1;
      }
      return known;
    }

    /**
     * All that have a number.
     *
     * @param without parts of the method that are left out
     */
    PieceWords words(Set<Part> without, Spellings spellings) {
      return new PieceWords(words, without, spellings);
    }
  }

  private PieceWords(List<String> words, Set<Part> without, Spellings spellings) {
    this.words = words.toArray(String[]::new);
    this.spellings = spellings;
    bySpelling = !without.contains(Part.SPELLING) && this.words.length <= MOST_COMPARED;
    shareOfSound = without.contains(Part.SOUND) ? 0 : SHARE_OF_SOUND;
  }

  String word(int number) {
    return words[number];
  }

  /** One more than the greatest number. */
  int size() {
    return words.length;
  }

  /**
   * 0 for the same word to 1 for two that have neither a letter nor a sound in common: the fewest
   * changes of single letters, as a share of the longer word, and of single sounds likewise.
   */
  float distance(int one, int other) {
    return one == other ? 0 : bySpelling ? all().from(one)[other] : 1;
  }

  /**
   * Adds the distances from one word to each of a text, times a factor, to what is there already.
   */
  void addDistances(int one, int[] text, double factor, double[] sums) {
    if (bySpelling) {
      float[] row = all().from(one);
      for (int i = 0; i < text.length; i++) {
        sums[i] += factor * row[text[i]];
      }
    } else {
      for (int i = 0; i < text.length; i++) {
        sums[i] += text[i] == one ? 0 : factor;
      }
    }
  }

  /** Lets go of distances; who asks again has them measured again. */
  void forget() {
    distances = null;
  }

  private Distances all() {
    if (distances == null) {
      distances = new Distances(words, spellings, shareOfSound);
    }
    return distances;
  }

  /** From those words that were asked for. */
  private static final class Distances {
    /** Numbers of characters below this one are used as they are. */
    private static final int FEW_SYMBOLS = 128;

    private final float shareOfSound;
    private final int[][] letters;
    private final int[][] sounds;
    private final float[][] known;
    private final Edits spelled;
    private final Edits heard;

    Distances(String[] words, Spellings spellings, float shareOfSound) {
      this.shareOfSound = shareOfSound;
      letters = new int[words.length][];
      sounds = new int[words.length][];
      known = new float[words.length][];
      int symbols = 0;
      for (int i = 0; i < words.length; i++) {
        Spellings.Spelled spelling = spellings.of(words[i]);
        letters[i] = spelling.letters();
        sounds[i] = spelling.sounds();
        symbols = Math.max(symbols, spelling.greatest() + 1);
      }
      if (symbols > FEW_SYMBOLS) {
        Map<Integer, Integer> alphabet = new HashMap<>();
        renumber(letters, alphabet);
        renumber(sounds, alphabet);
        symbols = alphabet.size();
      }
      spelled = new Edits(symbols);
      heard = new Edits(symbols);
    }

    private static void renumber(int[][] texts, Map<Integer, Integer> alphabet) {
      for (int i = 0; i < texts.length; i++) {
        texts[i] =
            Arrays.stream(texts[i])
                .map(c -> alphabet.computeIfAbsent(c, some -> alphabet.size()))
                .toArray();
      }
    }

    float[] from(int one) {
      float[] row = known[one];
      if (row == null) {
        row = new float[known.length];
        spelled.from(letters[one]);
        heard.from(sounds[one]);
        for (int other = NOTHING + 1; other < row.length; other++) {
          float[] back = known[other];
          row[other] = back != null ? back[one] : one == other ? 0 : measure(one, other);
        }
        known[one] = row;
      }
      return row;
    }

    private float measure(int one, int other) {
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
