package dev.hark.transcript;

import java.util.List;

/** How the words of a piece are written, column by column from the first on. */
final class Surfaces {
  private final PieceAnswers answers;
  private final Network network;
  private final double[] weights;
  private final double[] rates;

  /** Words of each answer that stand in the columns before. */
  private final int[] at;

  private final String[] surfaces;

  Surfaces(PieceAnswers answers, Network network, double[] weights, double[] rates) {
    this.answers = answers;
    this.network = network;
    this.weights = weights;
    this.rates = rates;
    at = new int[network.answers()];
    surfaces = new String[at.length];
  }

  /** A word as most write it by how far they are trusted; empty where nobody has it. */
  String next(int column, int chosen) {
    for (int a = 0; a < at.length; a++) {
      int word = network.word(column, a);
      List<Token> tokens = answers.tokens(a);
      String surface = word == PieceWords.NOTHING ? "" : tokens.get(at[a]++).surface();
      surfaces[a] = word == chosen ? surface : "";
    }
    return heaviest();
  }

  /** Of equals the first in the order of letters. */
  private String heaviest() {
    String heaviest = "";
    double most = 0;
    for (int i = 0; i < surfaces.length; i++) {
      if (surfaces[i].isEmpty() || surfaces[i].equals(heaviest)) {
        continue;
      }
      double weight = 0;
      for (int j = 0; j < surfaces.length; j++) {
        weight += surfaces[j].equals(surfaces[i]) ? weights[j] * (1 - rates[j]) : 0;
      }
      if (weight > most || (weight == most && surfaces[i].compareTo(heaviest) < 0)) {
        heaviest = surfaces[i];
        most = weight;
      }
    }
    return heaviest;
  }
}
