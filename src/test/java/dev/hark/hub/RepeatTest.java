package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobPieceJson;
import dev.hark.wire.JobProgressJson;
import dev.hark.wire.JobWorkerJson;
import dev.hark.wire.RepeatedJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class RepeatTest {
  private static final long DEPOSIT = 10_000_00;
  private static final long EACH = 18;
  private static final long BONUS = 6;
  private static final int PIECES = 40;

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
  }

  @AfterEach
  void stop() {
    assertEquals(List.of(), hub.hub.services().ledgerCheck().check().faults());
    hub.close();
  }

  private long balance(String book) {
    return hub.hub.services().ledger().balance(book, "EUR");
  }

  /** A job with pieces that come twice, and which piece each sound is. */
  private record Posted(JobJson job, Map<String, Integer> pieces, Map<String, Integer> tasks) {}

  private Posted post(int pieces, double repeats) {
    JobJson job =
        requester
            .post(
                "/jobs",
                "key",
                Recording.repeating(Recording.job(requester, pieces, 2, 2, null), repeats))
            .as(JobJson.class);
    Map<String, Integer> sounds = new HashMap<>();
    Map<String, Integer> tasks = new HashMap<>();
    requester
        .items("/jobs/" + job.id() + "/pieces?limit=1000", JobPieceJson.class)
        .forEach(
            piece -> {
              sounds.put(piece.mediumId(), piece.index());
              tasks.put(piece.taskId(), piece.index());
            });
    return new Posted(job, sounds, tasks);
  }

  private static String words(int piece) {
    return "the keeper of lighthouse " + (char) ('b' + piece % 24) + " rowed out again";
  }

  /**
   * A worker answers all that they find.
   *
   * @param texts by piece, and whether it came before
   * @return the pieces in the order in which they came
   */
  private List<Integer> work(
      Posted job, Caller worker, BiFunction<Integer, Boolean, String> texts) {
    List<Integer> found = new ArrayList<>();
    while (true) {
      var answered =
          worker.postKey(
              "/task-groups/" + job.job().groupId() + "/assignments", "a" + found.size());
      if (answered.status() >= 300) {
        return found;
      }
      AssignmentJson held = answered.as(AssignmentJson.class);
      String sound = Objects.requireNonNull(held.question().media()).getFirst().id();
      int piece = Objects.requireNonNull(job.pieces().get(sound));
      boolean again = !job.tasks().containsKey(held.taskId());
      assertEquals(again, found.contains(piece), "a piece that came before is no piece anew");
      hub.clock.forward(Duration.ofSeconds(20));
      hub.submit(worker, held.id(), texts.apply(piece, again));
      found.add(piece);
    }
  }

  @Test
  @Requirement("AUD-100")
  void somePiecesComeTwiceToAWorkerArePaidLikeOthersAndCountOnce() {
    Posted job = post(PIECES, 0.2);
    assertEquals(
        DEPOSIT - 100 * (EACH + BONUS),
        balance(Book.requester(requester.id())),
        "80 answers, and 20 that come twice");
    Caller steady = hub.worker();
    Caller wavering = hub.worker();
    List<Integer> first = work(job, steady, (piece, again) -> words(piece));
    List<Integer> second =
        work(job, wavering, (piece, again) -> again ? words(piece) + " and" : words(piece));
    for (List<Integer> one : List.of(first, second)) {
      assertEquals(PIECES, new HashSet<>(one).size());
      for (int i = 0; i < one.size(); i++) {
        List<Integer> next = one.subList(i + 1, Math.min(one.size(), i + 4));
        assertFalse(next.contains(one.get(i)), "not soon after: " + one);
      }
    }
    assertTrue(first.size() + second.size() > 2 * PIECES, first + " " + second);
    JobProgressJson progress =
        requester.get("/jobs/" + job.job().id() + "/progress").as(JobProgressJson.class);
    assertEquals(2 * PIECES, progress.answersIn(), "what came twice is no second answer");
    assertEquals(PIECES, progress.done());
    assertNotNull(progress.job().closed());
    assertEquals(
        first.size() * (EACH + BONUS), balance(Book.worker(steady.id())), "all that was done");
    assertEquals(first.size(), steady.items("/compared?limit=1000", ComparedJson.class).size());
    assertEquals(0, balance(Book.job(job.job().id())));
    assertEquals(0, balance(Book.escrow(job.job().groupId())));
    agreeWithThemselves(job, steady, first.size() - PIECES, wavering, second.size() - PIECES);
  }

  private void agreeWithThemselves(
      Posted job, Caller steady, int ofSteady, Caller wavering, int ofWavering) {
    assertEquals(
        new RepeatedJson(ofSteady, ofSteady == 0 ? null : 1.0),
        steady.get("/repeated").as(RepeatedJson.class));
    RepeatedJson less = wavering.get("/repeated").as(RepeatedJson.class);
    assertEquals(ofWavering, less.pieces());
    assertEquals(
        ofWavering == 0 ? 0 : 8 / 9.0, Objects.requireNonNullElse(less.agreement(), 0.0), 1e-9);
    List<JobWorkerJson> workers =
        requester.items("/jobs/" + job.job().id() + "/workers", JobWorkerJson.class);
    JobWorkerJson seen =
        workers.stream()
            .filter(one -> one.worker().equals(hub.shown(requester, wavering)))
            .findFirst()
            .orElseThrow();
    assertEquals(PIECES, seen.answers());
    assertEquals(ofWavering, seen.repeated());
    assertEquals(less.agreement(), seen.selfAgreement());
    assertEquals(1, seen.closeness(), 1e-9, "what was said the second time is left out");
    assertEquals(2, workers.size());
    assertEquals(
        "not-found", hub.requester().get("/jobs/" + job.job().id() + "/workers").refusal());
  }

  @Test
  @Requirement("AUD-100")
  void withoutRepeatsNothingComesTwiceAndTooManyAreRefused() {
    Posted job = post(8, 0);
    Caller worker = hub.worker();
    assertEquals(8, work(job, worker, (piece, again) -> words(piece)).size());
    assertEquals(0, worker.get("/repeated").as(RepeatedJson.class).pieces());
    assertNull(worker.get("/repeated").as(RepeatedJson.class).agreement());
    var refused =
        requester.post(
            "/jobs", "many", Recording.repeating(Recording.job(requester, 2, 2, 2, null), 0.3));
    assertEquals("invalid", refused.refusal());
    assertTrue(refused.json().get("detail").asText().contains("repeats"));
  }
}
