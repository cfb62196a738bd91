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

  /** How a compound is written. */
  private record Ways(String first, String second, Set<Integer> asOne, Set<Integer> asTwo) {}

  static List<Answer> alike(List<Answer> answers) {
    Map<String, Ways> all = ways(answers);
    List<Answer> alike = answers;
    for (Map.Entry<String, Ways> one : all.entrySet()) {
      Ways ways = one.getValue();
      boolean join = ways.asOne().size() >= ways.asTwo().size();
      List<Answer> next = new ArrayList<>();
      for (Answer answer : alike) {
        next.add(
            new Answer(
                answer.worker(),
                join
                    ? joined(answer.tokens(), one.getKey(), ways)
                    : split(answer.tokens(), one.getKey(), ways)));
      }
      alike = next;
    }
    return alike;
  }

  private static Map<String, Ways> ways(List<Answer> answers) {
    Map<String, Ways> ways = new TreeMap<>();
    Set<String> words = new HashSet<>();
    answers.forEach(answer -> answer.tokens().forEach(token -> words.add(token.word())));
    for (int i = 0; i < answers.size(); i++) {
      List<Token> tokens = answers.get(i).tokens();
      for (int j = 0; j + 1 < tokens.size(); j++) {
        String first = tokens.get(j).word();
        String second = tokens.get(j + 1).word();
        if (words.contains(first + second)) {
          ways.computeIfAbsent(
                  first + second, some -> new Ways(first, second, new HashSet<>(), new HashSet<>()))
              .asTwo()
              .add(i);
        }
      }
    }
    for (int i = 0; i < answers.size() && !ways.isEmpty(); i++) {
      for (Token token : answers.get(i).tokens()) {
        Ways known = ways.get(token.word());
        if (known != null) {
          known.asOne().add(i);
        }
      }
    }
    return ways;
  }

  private static List<Token> joined(List<Token> tokens, String compound, Ways ways) {
    List<Token> joined = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.word().equals(ways.first())
          && i + 1 < tokens.size()
          && tokens.get(i + 1).word().equals(ways.second())) {
        joined.add(new Token(compound, token.surface() + tokens.get(i + 1).surface()));
        i++;
      } else {
        joined.add(token);
      }
    }
    return joined;
  }

  private static List<Token> split(List<Token> tokens, String compound, Ways ways) {
    List<Token> split = new ArrayList<>();
    for (Token token : tokens) {
      if (token.word().equals(compound)) {
        split.add(new Token(ways.first(), ways.first()));
        split.add(new Token(ways.second(), ways.second()));
      } else {
        split.add(token);
      }
    }
    return split;
  }
}
