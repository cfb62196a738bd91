package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.Requirement;
import dev.hark.wire.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts that copy from one another, and are there before anybody else. */
@OnEachDatabase
class CopiesFirstTest extends WorkingHub {
  private static final int PIECES = 12;
  private static final int HONEST = 4;
  private static final int LENGTH = 12;
  private static final String CONSONANTS = "bdfgklmnprstvw";
  private static final String VOWELS = "aeiou";

  /** Sounds like no other. */
  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int left = number * 6_007 + 1; left > 0; left /= 70) {
      word.append(CONSONANTS.charAt(left % 70 / 5)).append(VOWELS.charAt(left % 5));
    }
    return word.toString();
  }

  private static String said(int piece) {
    return words(piece, LENGTH, 0);
  }

  /** What an honest worker hears: two words of twelve are others. */
  private static String heard(int worker, int piece) {
    return words(piece, (piece + worker) % 6, 1_000 * (worker + 1));
  }

  private static String words(int piece, int wrong, int otherwise) {
    return IntStream.range(0, LENGTH)
        .mapToObj(i -> word(piece * LENGTH + i + (i % 6 == wrong ? otherwise : 0)))
        .collect(Collectors.joining(" "));
  }

  /** Of each piece for itself: where they overlap, a transcript has words once. */
  private List<String> texts(WrittenDown job) {
    return hub
        .hub
        .services()
        .store()
        .read(
            handle ->
                handle
                    .createQuery("select words from piece_text where job_id = ? order by number")
                    .bind(0, job.id())
                    .mapTo(String.class)
                    .list())
        .stream()
        .map(CopiesFirstTest::text)
        .toList();
  }

  private static String text(String json) {
    try {
      return Json.MAPPER.readTree(json).findValuesAsText("w").stream()
          .collect(Collectors.joining(" "));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private void holds(int copiers) {
    WrittenDown attacked =
        WrittenDown.post(hub, requester, PIECES, copiers + HONEST, copiers + HONEST, null);
    for (int copier = 0; copier < copiers; copier++) {
      attacked.answer(copier, piece -> said(piece + 5));
    }
    WrittenDown other =
        attacked.another(Recording.job(requester, PIECES, HONEST, HONEST, null), "other");
    for (int honest = 0; honest < HONEST; honest++) {
      int who = honest;
      other.answer(copiers + honest, piece -> heard(who, piece + 20));
      attacked.answer(copiers + honest, piece -> heard(who, piece));
    }
    settle(attacked, other);
    assertEquals(IntStream.range(0, PIECES).mapToObj(i -> said(i)).toList(), texts(attacked));
    assertEquals(IntStream.range(0, PIECES).mapToObj(i -> said(i + 20)).toList(), texts(other));
    tellLikeOne();
  }

  /** What one recording tells of workers may make pieces of the other due. */
  private void settle(WrittenDown... jobs) {
    String due = "select count(*) from piece_due";
    while (hub.hub
            .services()
            .store()
            .read(handle -> handle.createQuery(due).mapTo(Integer.class).one())
        > 0) {
      for (WrittenDown job : jobs) {
        requester.get("/jobs/" + job.id() + "/progress");
      }
    }
  }

  /** Each word is said once, and written for another one by one worker, or by all who copy. */
  private void tellLikeOne() {
    List<String> wrong =
        hub.hub
            .services()
            .store()
            .read(
                handle ->
                    handle
                        .createQuery(
                            "select word from word_habit where word <> ''"
                                + " and (heard > 1 or intruded > 1.01)")
                        .mapTo(String.class)
                        .list());
    assertEquals(List.of(), wrong);
  }

  @Test
  @Requirement("AUD-111")
  void twoThatComeFirstDoNotOutvoteFourWhoListen() {
    holds(2);
  }

  @Test
  @Requirement({"AUD-111", "AUD-113"})
  void norDoFour() {
    holds(4);
  }
}
