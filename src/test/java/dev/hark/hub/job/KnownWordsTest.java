package dev.hark.hub.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.TestDatabase;
import dev.hark.hub.store.Store;
import dev.hark.transcript.Answer;
import dev.hark.transcript.WordCounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownWordsTest {
  private static final int PIECES = 40;

  @TempDir Path data;

  /** What a piece tells, with all its words together. */
  private static Map<String, WordCounts> told(WordCounts each, String... words) {
    Map<String, WordCounts> told = new TreeMap<>();
    for (String word : words) {
      told.put(word, each);
      told.merge("", each, WordCounts::plus);
    }
    return told;
  }

  private static WordCounts known(Store store, String word) {
    return store.read(
        handle -> KnownWords.without(handle, "en", Set.of(word), Map.of()).word(word));
  }

  private static void change(
      Store store, Map<String, WordCounts> before, Map<String, WordCounts> after) {
    store.write(
        handle -> {
          KnownWords.change(handle, "en", before, after);
          return 0;
        });
  }

  @ParameterizedTest
  @EnumSource
  @Requirement("AUD-113")
  void whatAPieceTellsIsTakenAwayAgainWithoutARest(TestDatabase database) {
    try (Store store = Store.open(database.in(data))) {
      WordCounts counts = new WordCounts(1, 2, 0.25, 1 / 1024.0);
      Map<String, WordCounts> one = told(counts, "in", "and");
      Map<String, WordCounts> other = told(counts, "and", "or");
      change(store, Map.of(), one);
      change(store, Map.of(), other);
      assertEquals(counts.plus(counts), known(store, "and"));
      change(store, one, other);
      assertEquals(WordCounts.NONE, known(store, "in"));
      assertEquals(counts.plus(counts), known(store, "or"));
      change(store, other, Map.of());
      change(store, other, Map.of());
      for (String word : List.of("in", "and", "or", "")) {
        assertEquals(WordCounts.NONE, known(store, word));
      }
    }
  }

  @Test
  @Requirement("AUD-113")
  void twoHubsThatChangeTheSameWordsWaitForOneAnotherAndLoseNothing() throws Exception {
    try (Store store = Store.open(TestDatabase.POSTGRES.in(data));
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      WordCounts counts = new WordCounts(1, 0.5, 0.25, 0.125);
      List<String> words =
          new ArrayList<>(IntStream.range(0, 30).mapToObj(i -> "word" + i).toList());
      List<Future<?>> changes = new ArrayList<>();
      for (int i = 0; i < PIECES; i++) {
        Collections.shuffle(words, new Random(i));
        Map<String, WordCounts> some = told(counts, words.subList(0, 20).toArray(String[]::new));
        Map<String, WordCounts> others = told(counts, words.subList(5, 25).toArray(String[]::new));
        changes.add(
            threads.submit(
                () -> {
                  change(store, Map.of(), some);
                  change(store, some, others);
                }));
      }
      for (Future<?> change : changes) {
        change.get();
      }
      long heard = words.stream().mapToLong(word -> known(store, word).heard()).sum();
      assertEquals(20 * PIECES, heard);
      assertEquals(20 * PIECES, known(store, "").heard());
      assertEquals(20 * PIECES * 0.125, known(store, "").intruded());
    }
  }

  @ParameterizedTest
  @EnumSource
  @Requirement("AUD-114")
  void whereThereAreTooManyWordsThoseOfTheFewestPiecesAreForgotten(TestDatabase database) {
    try (Store store = Store.open(database.in(data))) {
      WordCounts counts = new WordCounts(1, 0, 0, 1);
      change(store, Map.of(), told(counts, "in", "and"));
      change(store, Map.of(), told(counts, "in", "and"));
      String[] spam = IntStream.range(0, 100).mapToObj(i -> "spam" + i).toArray(String[]::new);
      change(store, Map.of(), told(counts, spam));
      int left =
          store.write(
              handle -> {
                KnownWords.forget(handle, "en", 200, 10);
                KnownWords.forget(handle, "en", 50, 10);
                return handle
                    .createQuery("select count(*) from word_habit")
                    .mapTo(Integer.class)
                    .one();
              });
      assertEquals(40, left);
      assertEquals(2, known(store, "in").heard());
      assertEquals(104, known(store, "").heard(), "all that was said");
      change(store, told(counts, spam), Map.of());
      for (String word : spam) {
        assertTrue(known(store, word).heard() >= 0, "less than nothing is nothing");
      }
    }
  }

  @Test
  @Requirement("AUD-114")
  void ofAPieceAThousandWordsCountAndNoneThatIsTooLong() {
    String spam =
        IntStream.range(0, 3_000).mapToObj(i -> "spam" + i).collect(Collectors.joining(" "));
    List<Answer> answers =
        List.of(
            Answer.of("spammer", spam, Locale.ENGLISH),
            Answer.of("one", "the keeper " + "rowed".repeat(9), Locale.ENGLISH),
            Answer.of("other", "the keeper rowed", Locale.ENGLISH));
    Set<String> some = KnownWords.some(answers);
    assertEquals(1_000, some.size());
    assertTrue(some.containsAll(List.of("the", "keeper")), "what most have comes first");
    assertTrue(some.stream().allMatch(word -> word.length() <= 40));
  }
}
