package dev.hark.transcript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Words that some write as one and others as two, such as into and in to: in each piece all are
 * written as most write them, as one where as many do either.
 */
final class Compounds {
  private Compounds() {}

  /** Two words that somebody wrote one behind the other. */
  private record Pair(String first, String second) {
    String compound() {
      return first + second;
    }
  }

  /** How many write a compound in which way. */
  private static final class Ways {
    private int asOne;
    private int asTwo;

    boolean areOne() {
      return asOne >= asTwo;
    }
  }

  static List<Answer> alike(List<Answer> answers) {
    Map<String, Pair> compounds = compounds(answers);
    List<Answer> alike = answers;
    for (Pair pair : compounds.values()) {
      boolean one = ways(answers, pair).areOne();
      alike =
          alike.stream()
              .map(
                  answer ->
                      new Answer(
                          answer.worker(),
                          one ? joined(answer.tokens(), pair) : split(answer.tokens(), pair)))
              .toList();
    }
    return alike;
  }

  /** By what they are as one word, in the order of those: the pairs that stand first by theirs. */
  private static Map<String, Pair> compounds(List<Answer> answers) {
    Set<String> distinct = new HashSet<>();
    answers.forEach(answer -> answer.tokens().forEach(token -> distinct.add(token.word())));
    List<List<String>> words = byLength(distinct);
    Map<String, Pair> compounds = new TreeMap<>();
    for (Answer answer : answers) {
      String first = "";
      for (Token token : answer.tokens()) {
        String second = token.word();
        if (!first.isEmpty() && areIn(words, first, second)) {
          Pair pair = new Pair(first, second);
          compounds.merge(
              pair.compound(),
              pair,
              (one, other) -> one.first().length() <= other.first().length() ? one : other);
        }
        first = second;
      }
    }
    return compounds;
  }

  /** Whether somebody wrote two words as one. */
  private static boolean areIn(List<List<String>> words, String first, String second) {
    int length = first.length() + second.length();
    if (length < words.size()) {
      List<String> alike = words.get(length);
      for (int i = 0; i < alike.size(); i++) {
        String word = alike.get(i);
        if (word.startsWith(first) && word.endsWith(second)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<List<String>> byLength(Set<String> words) {
    List<List<String>> byLength = new ArrayList<>();
    for (String word : words) {
      while (byLength.size() <= word.length()) {
        byLength.add(new ArrayList<>());
      }
      byLength.get(word.length()).add(word);
    }
    return byLength;
  }

  private static Ways ways(List<Answer> answers, Pair pair) {
    Ways ways = new Ways();
    String compound = pair.compound();
    for (Answer answer : answers) {
      boolean asOne = false;
      boolean asTwo = false;
      List<Token> tokens = answer.tokens();
      for (int j = 0; j < tokens.size(); j++) {
        asOne |= tokens.get(j).word().equals(compound);
        asTwo |= isAt(tokens, j, pair);
      }
      ways.asOne += asOne ? 1 : 0;
      ways.asTwo += asTwo ? 1 : 0;
    }
    return ways;
  }

  private static boolean isAt(List<Token> tokens, int at, Pair pair) {
    return at + 1 < tokens.size()
        && tokens.get(at).word().equals(pair.first())
        && tokens.get(at + 1).word().equals(pair.second());
  }

  private static List<Token> joined(List<Token> tokens, Pair pair) {
    List<Token> joined = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (isAt(tokens, i, pair)) {
        Token next = tokens.get(i + 1);
        joined.add(
            new Token(
                pair.compound(),
                token.surface() + next.surface(),
                Math.min(token.confidence(), next.confidence())));
        i++;
      } else {
        joined.add(token);
      }
    }
    return joined;
  }

  private static List<Token> split(List<Token> tokens, Pair pair) {
    List<Token> split = new ArrayList<>();
    for (Token token : tokens) {
      if (token.word().equals(pair.compound())) {
        split.add(new Token(pair.first(), pair.first(), token.confidence()));
        split.add(new Token(pair.second(), pair.second(), token.confidence()));
      } else {
        split.add(token);
      }
    }
    return split;
  }
}
