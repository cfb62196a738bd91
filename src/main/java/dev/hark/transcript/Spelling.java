package dev.hark.transcript;

/** How far two words are apart in their letters. */
public final class Spelling {
  private Spelling() {}

  /**
   * 0 for the same word to 1 for no letter in common: the fewest changes of single letters, as a
   * share of the longer word.
   */
  public static float distance(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    int longer = Math.max(one.length(), other.length());
    int[] best = new int[other.length() + 1];
    for (int j = 0; j < best.length; j++) {
      best[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = best[0];
      best[0] = i;
      char letter = one.charAt(i - 1);
      for (int j = 1; j < best.length; j++) {
        int kept = diagonal + (letter == other.charAt(j - 1) ? 0 : 1);
        diagonal = best[j];
        best[j] = Math.min(kept, Math.min(best[j], best[j - 1]) + 1);
      }
    }
    return (float) best[other.length()] / longer;
  }
}
