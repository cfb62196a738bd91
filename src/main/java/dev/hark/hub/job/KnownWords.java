package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.hub.work.Publishing;
import dev.hark.transcript.Answer;
import dev.hark.transcript.Hearing;
import dev.hark.transcript.Token;
import dev.hark.transcript.WordCounts;
import dev.hark.wire.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How words fare with everybody, kept as sums over all pieces of all jobs in a language and read
 * for those of one piece. What a piece tells is kept with its text, so that it can be taken away
 * again. Words of few pieces are forgotten where there are too many; where something is taken away
 * from such a one, less than nothing is left, which counts as nothing.
 *
 * @param sums by word, and by the keys below
 */
record KnownWords(Map<String, WordCounts> sums) {
  /** Of one piece, so many words are looked up and counted: those that most of its answers have. */
  private static final int MOST_OF_PIECE = 1_000;

  /** Lists of so many, twice as many and so on, so that few statements are to be planned. */
  private static final int STEP = 32;

  /** Longer ones are noise. */
  private static final int LONGEST = 40;

  /** Of a language, so many words are known, and those of {@link #LOOK} pieces more. */
  static final int MOST = 100_000;

  /** Where there are more, so many of the most are forgotten too. */
  private static final int FORGOTTEN = MOST / 4;

  /** Whenever so many pieces more tell something, it is looked whether words are too many. */
  private static final int LOOK = 256;

  /** Stands for all words together; no word is empty. */
  private static final String ALL = "";

  /** With a number behind, stands for a tenth of confidence; no word has a space. */
  private static final String TENTH = " ";

  /** What is no word. */
  private static final List<String> SUMS =
      Stream.concat(Stream.of(ALL), IntStream.range(0, 10).mapToObj(tenth -> TENTH + tenth))
          .toList();

  private static final TypeReference<TreeMap<String, long[]>> STORED = new TypeReference<>() {};

  /**
   * What pieces tell of a word together.
   *
   * @param pieces that tell something
   */
  private record Sum(long pieces, WordCounts counts) {
    Sum plus(Sum other) {
      return new Sum(pieces + other.pieces, counts.plus(other.counts));
    }

    boolean isNothing() {
      return pieces == 0 && counts.equals(WordCounts.NONE);
    }
  }

  WordCounts word(String word) {
    return sums.getOrDefault(word, WordCounts.NONE);
  }

  WordCounts allWords() {
    return word(ALL);
  }

  WordCounts confident(int tenth) {
    return word(TENTH + tenth);
  }

  /** The words of answers that are looked up and counted. */
  static Set<String> some(List<Answer> answers) {
    Map<String, Integer> having = new HashMap<>();
    for (Answer answer : answers) {
      answer.tokens().stream()
          .map(Token::word)
          .filter(word -> word.length() <= LONGEST)
          .distinct()
          .forEach(word -> having.merge(word, 1, Integer::sum));
    }
    if (having.size() > MOST_OF_PIECE) {
      Comparator<String> most = Comparator.comparingInt(word -> -having.getOrDefault(word, 0));
      having.keySet().stream()
          .sorted(most.thenComparing(Comparator.naturalOrder()))
          .skip(MOST_OF_PIECE)
          .toList()
          .forEach(having::remove);
    }
    return having.keySet();
  }

  /**
   * What is known of some words from other pieces than one.
   *
   * @param own what that one has added
   */
  static KnownWords without(
      Handle handle, String language, Set<String> words, Map<String, WordCounts> own) {
    List<String> keys = new ArrayList<>(words);
    keys.addAll(SUMS);
    while (keys.size() % STEP > 0) {
      keys.add(ALL);
    }
    Map<String, WordCounts> known = new HashMap<>();
    handle
        .createQuery(
            "select word, heard, misheard, expected, intruded from word_habit"
                + " where language = :language and word in (<words>)")
        .bind("language", language)
        .bindList("words", keys)
        .map(
            (row, context) ->
                known.put(
                    row.getString("word"),
                    new WordCounts(
                        row.getLong("heard"),
                        row.getDouble("misheard"),
                        row.getDouble("expected"),
                        row.getDouble("intruded"))))
        .list();
    own.forEach((word, one) -> known.computeIfPresent(word, (same, all) -> all.minus(one)));
    known.replaceAll((word, counts) -> counts.atLeastNothing());
    return new KnownWords(known);
  }

  /**
   * What a piece tells, all its words together too.
   *
   * @param some of the words, of which alone it may tell something
   */
  static Map<String, WordCounts> told(Hearing hearing, Set<String> some) {
    Map<String, WordCounts> told = new TreeMap<>();
    hearing
        .words()
        .forEach(
            (word, counts) -> {
              if (some.contains(word) && !counts.equals(WordCounts.NONE)) {
                told.put(word, counts);
                told.merge(ALL, counts, WordCounts::plus);
              }
            });
    for (int i = 0; i < hearing.confidences().size(); i++) {
      if (!hearing.confidences().get(i).equals(WordCounts.NONE)) {
        told.put(TENTH + i, hearing.confidences().get(i));
      }
    }
    return told;
  }

  static Map<String, WordCounts> read(String json) {
    try {
      Map<String, WordCounts> told = new TreeMap<>();
      Json.MAPPER.readValue(json, STORED).forEach((word, n) -> told.put(word, WordCounts.of(n)));
      return told;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("habits that nobody found", e);
    }
  }

  static String json(Map<String, WordCounts> told) {
    Map<String, long[]> stored = new TreeMap<>();
    told.forEach((word, counts) -> stored.put(word, counts.numbers()));
    return Publishing.json(stored);
  }

  /**
   * Brings the sums up to date, within the transaction that changes what the piece tells.
   *
   * @param before what it told until now
   * @param after what it tells
   */
  static void change(
      Handle handle,
      String language,
      Map<String, WordCounts> before,
      Map<String, WordCounts> after) {
    Map<String, Sum> changes = new TreeMap<>();
    before.forEach((word, counts) -> changes.put(word, new Sum(-1, WordCounts.NONE.minus(counts))));
    after.forEach((word, counts) -> changes.merge(word, new Sum(1, counts), Sum::plus));
    changes.values().removeIf(Sum::isNothing);
    if (changes.isEmpty()) {
      return;
    }
    // The row of all words comes first in any case: who has it keeps all others waiting, so that
    // two who change the same rows do not deadlock.
    changes.putIfAbsent(ALL, new Sum(0, WordCounts.NONE));
    PreparedBatch rows =
        handle.prepareBatch(
            """
            insert into word_habit (word, language, pieces, heard, misheard, expected, intruded)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (language, word) do update set
              pieces = word_habit.pieces + excluded.pieces,
              heard = word_habit.heard + excluded.heard,
              misheard = word_habit.misheard + excluded.misheard,
              expected = word_habit.expected + excluded.expected,
              intruded = word_habit.intruded + excluded.intruded
            """);
    changes.forEach(
        (word, change) ->
            rows.add(
                word,
                language,
                change.pieces(),
                change.counts().heard(),
                change.counts().misheard(),
                change.counts().expected(),
                change.counts().intruded()));
    rows.execute();
    if (before.isEmpty() && pieces(handle, language) % LOOK == 0) {
      forget(handle, language, MOST, FORGOTTEN);
    }
  }

  private static long pieces(Handle handle, String language) {
    return handle
        .createQuery("select pieces from word_habit where language = :language and word = ''")
        .bind("language", language)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Forgets the words of the fewest pieces where there are too many.
   *
   * @param most that may be
   * @param more so many of those are forgotten too, so that it is not done again at once
   */
  static void forget(Handle handle, String language, int most, int more) {
    int words =
        handle
            .createQuery("select count(*) from word_habit where language = :language")
            .bind("language", language)
            .mapTo(Integer.class)
            .one();
    if (words > most) {
      handle
          .createUpdate(
              "delete from word_habit where language = :language and word in (select word from"
                  + " word_habit where language = :language and word not in (<sums>)"
                  + " order by pieces, heard, word limit :number)")
          .bind("language", language)
          .bindList("sums", SUMS)
          .bind("number", words - most + more)
          .execute();
    }
  }
}
