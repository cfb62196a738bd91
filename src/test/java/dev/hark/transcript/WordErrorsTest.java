package dev.hark.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordErrorsTest {
  private static WordErrors errors(String reference, String hypothesis) {
    return WordErrors.of(Words.of(reference), Words.of(hypothesis));
  }

  @Test
  @Requirement("TRN-1")
  void eachKindOfErrorIsCounted() {
    assertEquals(new WordErrors(3, 0, 0, 0), errors("The cat, sat!", "the CAT sat"));
    assertEquals(new WordErrors(3, 1, 0, 0), errors("the cat sat", "the dog sat"));
    assertEquals(new WordErrors(3, 0, 0, 1), errors("the cat sat", "the sat"));
    assertEquals(new WordErrors(2, 0, 2, 0), errors("a b", "x a b y"));
    assertEquals(new WordErrors(4, 0, 1, 1), errors("a b c d", "b c x d"));
    assertEquals(new WordErrors(4, 3, 0, 0), errors("a b c d", "x c e d"));
    assertEquals(2.0 / 3, errors("one two three", "one").rate());
    assertEquals(2, errors("one", "two three").rate(), "one other, one too many");
    assertEquals(0, errors("", "").rate());
    assertEquals(1, errors("", "something there").rate());
  }

  @Test
  @Requirement("TRN-1")
  void onlyWordsCountInAnyScript() {
    assertEquals(List.of("it's", "2", "o'clock"), Words.of(" \"It's 2 o'clock?!\" —\n"));
    assertEquals(List.of("wellknown"), Words.of("well-known"));
    assertEquals(List.of("नमस्ते", "दुनिया"), Words.of("नमस्ते, दुनिया!"));
    assertEquals(List.of("שלום"), Words.of("\u202Bשלום\u202C 😀"));
  }

  @Test
  @Requirement("TRN-1")
  void theFewestChangesAreFoundAndTheCountsAddUp() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<String> reference = words(random);
      List<String> hypothesis = words(random);
      WordErrors errors = WordErrors.of(reference, hypothesis);
      assertEquals(naive(reference, hypothesis), errors.errors(), reference + " " + hypothesis);
      assertEquals(hypothesis.size(), reference.size() + errors.insertions() - errors.deletions());
      assertTrue(
          errors.insertions() >= 0 && errors.deletions() >= 0 && errors.substitutions() >= 0);
    }
  }

  private static List<String> words(Random random) {
    List<String> words = new ArrayList<>();
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      words.add(String.valueOf((char) ('a' + random.nextInt(4))));
    }
    return words;
  }

  private static int naive(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.size() + other.size();
    }
    List<String> restOfOne = one.subList(1, one.size());
    List<String> restOfOther = other.subList(1, other.size());
    if (one.getFirst().equals(other.getFirst())) {
      return naive(restOfOne, restOfOther);
    }
    return 1
        + Math.min(
            naive(restOfOne, restOfOther),
            Math.min(naive(restOfOne, other), naive(one, restOfOther)));
  }
}
