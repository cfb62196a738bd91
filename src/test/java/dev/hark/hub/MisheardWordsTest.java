package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.Json;
import dev.hark.wire.NewJobJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a hub learns of words from the pieces of all recordings. */
@OnEachDatabase
class MisheardWordsTest extends WorkingHub {
  private static final int PIECES = 12;
  private static final int HONEST = 4;
  private static final double STEPS = 1_024;

  /** Everybody writes "and" for "in" at times, nobody "in" for "and". */
  private static String heard(int worker, int piece) {
    return (worker + piece) % HONEST == 0 ? "he lay and it" : "he lay in it";
  }

  private void everybodyAnswers(WrittenDown job) {
    for (int who = 0; who < HONEST; who++) {
      int worker = who;
      job.answer(worker, piece -> heard(worker, piece));
    }
  }

  private String last(WrittenDown known) {
    WrittenDown last =
        known.another(Recording.job(requester, 1, HONEST, HONEST, null), "last" + known.id());
    last.answer("he lay in it", "he lay in it", "he lay and it", "he lay and it");
    return requester.get("/jobs/" + last.id() + "/transcript").json().get("text").asText();
  }

  private Map<String, List<Double>> sums() {
    Map<String, List<Double>> sums = new HashMap<>();
    hub.hub
        .services()
        .store()
        .read(
            handle ->
                handle
                    .createQuery("select * from word_habit where language = 'en'")
                    .map(
                        (row, context) ->
                            sums.put(
                                row.getString("word"),
                                List.of(
                                    row.getDouble("pieces"),
                                    row.getDouble("heard"),
                                    row.getDouble("misheard"),
                                    row.getDouble("expected"),
                                    row.getDouble("intruded"))))
                    .list());
    return sums;
  }

  private Map<String, List<Double>> toldByAllPieces() {
    Map<String, double[]> sums = new TreeMap<>();
    hub.hub
        .services()
        .store()
        .read(
            handle ->
                handle.createQuery("select habits from piece_text").mapTo(String.class).list())
        .forEach(
            habits ->
                json(habits)
                    .forEachEntry(
                        (word, numbers) -> {
                          double[] sum = sums.computeIfAbsent(word, same -> new double[5]);
                          sum[0]++;
                          sum[1] += numbers.get(0).asLong();
                          for (int i = 1; i < 4; i++) {
                            sum[i + 1] += numbers.get(i).asLong() / STEPS;
                          }
                        }));
    Map<String, List<Double>> told = new HashMap<>();
    sums.forEach((word, sum) -> told.put(word, List.of(sum[0], sum[1], sum[2], sum[3], sum[4])));
    return told;
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  @Requirement("AUD-113")
  void whereAsManySayTheOneAsTheOtherItIsTheWordThatIsSeldomWrittenForOthers() {
    WrittenDown job = WrittenDown.post(hub, requester, PIECES, HONEST, HONEST, null);
    assertEquals("he lay and it", last(job).strip(), "by letters alone");
    everybodyAnswers(job);
    assertEquals("he lay in it", last(job.another(job(1), "more")).strip());
    Map<String, List<Double>> sums = sums();
    sums.values().removeIf(sum -> sum.stream().allMatch(number -> number == 0));
    assertEquals(toldByAllPieces(), sums, "each piece counts as it was merged last");
  }

  private NewJobJson job(int pieces) {
    return Recording.job(requester, pieces, HONEST, HONEST, null);
  }
}
