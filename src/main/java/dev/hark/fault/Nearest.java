package dev.hark.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The word with the fewest changes to {@code typed}; empty where even that is far away. */
  public static Optional<String> to(String typed, Collection<String> words) {
    String small = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, (small.replaceAll("^-+", "").length() + 1) / 2 - 1);
    return words.stream()
        .min(Comparator.comparingInt((String word) -> distance(small, word)).thenComparing(w -> w))
        .filter(word -> distance(small, word) <= allowed || word.startsWith(small));
  }

  /** Letters to add, drop, change, or swap with their neighbour (optimal string alignment). */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
