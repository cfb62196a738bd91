package dev.hark.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * A place where an answer says something else than the text of its piece. Words are as they are
 * written.
 *
 * @param before the word of the text before it; empty at its begin
 * @param answer what the answer has; empty where it has nothing
 * @param text what the text has; empty where it has nothing
 */
public record Difference(String before, String answer, String text) {

  /** All of them, in order. A word that is only written as one or as two makes none. */
  public static List<Difference> of(List<Token> answer, List<MergedWord> text) {
    WordPairs pairs = WordPairs.of(answer, text);
    List<Difference> all = new ArrayList<>();
    List<Token> mine = new ArrayList<>();
    List<MergedWord> theirs = new ArrayList<>();
    String before = "";
    for (WordPairs.Pair pair : pairs.pairs()) {
      if (pairs.same(pair)) {
        add(all, before, mine, theirs);
        before = text.get(pair.text()).surface();
        continue;
      }
      if (pair.answer() != WordPairs.NONE) {
        mine.add(answer.get(pair.answer()));
      }
      if (pair.text() != WordPairs.NONE) {
        theirs.add(text.get(pair.text()));
      }
    }
    add(all, before, mine, theirs);
    return List.copyOf(all);
  }

  private static void add(
      List<Difference> all, String before, List<Token> mine, List<MergedWord> theirs) {
    String one = String.join("", mine.stream().map(Token::word).toList());
    String other = String.join("", theirs.stream().map(MergedWord::word).toList());
    if (!one.equals(other)) {
      all.add(
          new Difference(
              before,
              String.join(" ", mine.stream().map(Token::surface).toList()),
              String.join(" ", theirs.stream().map(MergedWord::surface).toList())));
    }
    mine.clear();
    theirs.clear();
  }
}
