package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.job.JobPiece;
import dev.hark.hub.job.Jobs;
import dev.hark.hub.ledger.Book;
import dev.hark.task.Money;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.FundsJson;
import dev.hark.wire.JobJson;
import dev.hark.wire.MediumJson;
import dev.hark.wire.NewJobJson;
import dev.hark.wire.QuestionJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JobTest {
  private static final long DEPOSIT = 10_000_00;
  private static final long EACH = 18;
  private static final long BONUS = 6;

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
    assertTrue(hub.hub.services().ledgerCheck().check().balanced());
    hub.close();
  }

  private JobJson post(NewJobJson job) {
    return requester.post("/jobs", "key", job).as(JobJson.class);
  }

  private long balance(String book) {
    return hub.hub.services().ledger().balance(book, "EUR");
  }

  private JobPiece piece(String job, int number) {
    String task =
        requester
            .get("/jobs/" + job + "/pieces")
            .json()
            .at("/items/" + number + "/taskId")
            .asText();
    return hub.hub.services().store().read(handle -> Jobs.pieceOf(handle, task)).orElseThrow();
  }

  private boolean wantMore(JobPiece piece) {
    return hub.hub
        .services()
        .store()
        .write(handle -> hub.hub.services().jobs().wantMore(handle, piece));
  }

  private boolean close(String job) {
    return hub.hub.services().store().write(handle -> hub.hub.services().jobs().close(handle, job));
  }

  @Test
  @Requirement("AUD-1")
  void aRecordingBecomesATaskForEachPieceAndMoneyForAllItMayCostIsSetAside() {
    JobJson job = post(Recording.job(requester, 3));
    assertEquals(3, job.pieces());
    assertEquals(6, job.wanted());
    assertEquals(12, job.answers());
    assertEquals(6 * EACH, balance(Book.escrow(job.groupId())));
    assertEquals(6 * EACH + 12 * BONUS, balance(Book.job(job.id())));
    assertEquals(DEPOSIT - 12 * (EACH + BONUS), balance(Book.requester(requester.id())));
    FundsJson funds = requester.get("/funds").as(FundsJson.class);
    assertEquals(12 * (EACH + BONUS), funds.currencies().getFirst().setAside().minor());
    var pieces = requester.get("/jobs/" + job.id() + "/pieces").json().get("items");
    assertEquals(4700, pieces.at("/1/startMilliseconds").asLong());
    assertEquals(300, pieces.at("/1/overlapMilliseconds").asLong());
    assertEquals(0, pieces.at("/0/overlapMilliseconds").asLong());
  }

  @Test
  @Requirement("AUD-2")
  void postedAgainWithItsKeyItIsTheSameAndAnotherWithThatKeyIsRefused() {
    List<String> media = Recording.media(requester, 2);
    JobJson job = post(Recording.of(media, 2, 4, null));
    assertEquals(job, post(Recording.of(media, 2, 4, null)));
    assertEquals(1, requester.get("/jobs").json().get("items").size());
    assertEquals(1, requester.get("/posted").json().get("items").size());
    List<String> uploadedAgain = Recording.media(requester, 2);
    assertEquals(job, post(Recording.of(uploadedAgain, 2, 4, null)));
    var refused = requester.post("/jobs", "key", Recording.of(media, 2, 3, null));
    assertEquals("invalid", refused.refusal());
    assertEquals(DEPOSIT - 8 * (EACH + BONUS), balance(Book.requester(requester.id())));
  }

  @Test
  @Requirement("AUD-3")
  void moneyThatLacksIsNamedAndNothingIsPosted() {
    NewJobJson job = Recording.job(requester, 2, 2, 100, null);
    long dear = 200 * (EACH + BONUS) - 1;
    Caller poor = hub.requester();
    requester = poor;
    hub.hub.services().funds().refund(poor.id(), Money.of(DEPOSIT - dear, "EUR"), "poor");
    var refused = poor.post("/jobs", "key", Recording.of(Recording.media(poor, 2), 2, 100, null));
    assertEquals("not-covered", refused.refusal());
    assertEquals("EUR 0.01", refused.json().at("/args/0").asText());
    assertEquals(0, poor.get("/jobs").json().get("items").size());
    assertEquals(0, poor.get("/posted").json().get("items").size());
    assertEquals(dear, balance(Book.requester(poor.id())));
    assertEquals("invalid", poor.post("/jobs", "others", job).refusal());
  }

  @Test
  @Requirement("AUD-4")
  void furtherAnswersAreWantedOneByOneUpToTheMost() {
    JobJson job = post(Recording.job(requester, 2));
    JobPiece first = piece(job.id(), 0);
    assertTrue(wantMore(first));
    assertFalse(wantMore(first), "the same again");
    assertTrue(wantMore(piece(job.id(), 0)));
    assertFalse(wantMore(piece(job.id(), 0)), "more than the most");
    assertEquals(4, piece(job.id(), 0).wanted());
    assertEquals(2, piece(job.id(), 1).wanted());
    assertEquals(6, requester.get("/jobs/" + job.id()).as(JobJson.class).wanted());
    assertEquals(6 * EACH, balance(Book.escrow(job.groupId())));
    assertEquals(2 * EACH + 8 * BONUS, balance(Book.job(job.id())));
    List<String> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Caller worker = hub.worker();
      tasks.add(answerAll(worker, job.groupId()));
    }
    assertEquals(List.of("01", "01", "0", "0"), tasks);
  }

  /** Which pieces a worker finds. */
  private String answerAll(Caller worker, String group) {
    StringBuilder found = new StringBuilder();
    for (int i = 0; ; i++) {
      var answered = worker.postKey("/task-groups/" + group + "/assignments", "a" + i);
      if (answered.status() >= 300) {
        return found.toString();
      }
      AssignmentJson held = answered.as(AssignmentJson.class);
      hub.submit(worker, held.id(), "words");
      found.append(Objects.requireNonNull(held.question()).context() == null ? 0 : 1);
    }
  }

  @Test
  @Requirement("AUD-4")
  void aBudgetBoundsTheAnswersOfAllPieces() {
    JobJson job = post(Recording.job(requester, 2, 2, 4, 5));
    assertEquals(EACH + 5 * BONUS, balance(Book.job(job.id())));
    assertTrue(wantMore(piece(job.id(), 1)));
    assertFalse(wantMore(piece(job.id(), 0)));
    assertEquals(2, piece(job.id(), 0).wanted());
    assertEquals(5 * BONUS, balance(Book.job(job.id())));
    var refused = requester.post("/jobs", "few", Recording.job(requester, 2, 2, 4, 3));
    assertEquals("invalid", refused.refusal());
  }

  @Test
  @Requirement("AUD-4")
  void nothingMoreIsWantedOfWhatIsOverOrClosed() {
    JobJson job = post(Recording.job(requester, 2));
    requester.post("/posted/" + job.groupId() + "/expire");
    assertFalse(wantMore(piece(job.id(), 0)));
    assertEquals(4 * EACH + 8 * BONUS, balance(Book.job(job.id())));
    assertTrue(close(job.id()));
    assertFalse(close(job.id()));
    assertEquals(4 * BONUS, balance(Book.job(job.id())));
    assertTrue(requester.get("/jobs/" + job.id()).as(JobJson.class).closed() != null);
  }

  @Test
  @Requirement("AUD-4")
  void manyWhoWantMoreAtOnceGetNoMoreThanTheMost() throws Exception {
    JobJson job = post(Recording.job(requester, 2, 1, 6, 9));
    String[] tasks = {piece(job.id(), 0).taskId(), piece(job.id(), 1).taskId()};
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String task = tasks[i % 2];
      all.add(
          () -> {
            int got = 0;
            for (int tries = 0; tries < 12; tries++) {
              got += wantMore(read(task)) ? 1 : 0;
            }
            return got;
          });
    }
    int wanted = 2;
    try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
      for (Future<Integer> each : threads.invokeAll(all)) {
        wanted += each.get();
      }
    }
    assertEquals(9, wanted);
    assertEquals(9, read(tasks[0]).wanted() + read(tasks[1]).wanted());
    assertEquals(9, requester.get("/jobs/" + job.id()).as(JobJson.class).wanted());
    assertEquals(9 * EACH, balance(Book.escrow(job.groupId())));
    assertEquals(9 * BONUS, balance(Book.job(job.id())));
  }

  private JobPiece read(String task) {
    return hub.hub.services().store().read(handle -> Jobs.pieceOf(handle, task)).orElseThrow();
  }

  @Test
  @Requirement("AUD-4")
  void whatNobodyWillWantIsFreeWhenTheAccountIsClosed() {
    JobJson job = post(Recording.job(requester, 2));
    hub.operator().post("/accounts/" + requester.id() + "/close");
    assertEquals(4 * BONUS, balance(Book.job(job.id())));
    assertEquals(0, balance(Book.escrow(job.groupId())));
    assertFalse(wantMore(read(hub.hub.services().store().read(JobTest::anyTask))));
  }

  private static String anyTask(Handle handle) {
    return handle.createQuery("select min(task_id) from job_piece").mapTo(String.class).one();
  }

  @Test
  @Requirement("AUD-5")
  void aWorkerGetsThePieceBeforeAndTheGlossary() {
    List<String> media = Recording.media(requester, 2);
    JobJson job = post(Recording.of(media, 1, 1, null));
    Caller worker = hub.worker();
    AssignmentJson held = hub.accept(worker, job.groupId(), "first");
    QuestionJson first = Objects.requireNonNull(held.question());
    assertEquals(List.of("IJmuiden", "lighthouse"), first.glossary());
    assertNull(first.context());
    hub.submit(worker, held.id(), "words");
    QuestionJson second =
        Objects.requireNonNull(hub.accept(worker, job.groupId(), "second").question());
    MediumJson before = Objects.requireNonNull(second.context());
    assertEquals(media.get(0), before.id());
    assertEquals("audio/flac", before.type());
    assertEquals(200, worker.get("/media/" + before.id()).status());
  }

  @Test
  @Requirement("AUD-6")
  void whatMakesNoSenseIsRefusedByItsName() {
    List<String> media = Recording.media(requester, 2);
    NewJobJson good = Recording.of(media, 1, 1, null);
    var backwards = with(good, List.of(good.pieces().get(1), good.pieces().get(0)), List.of());
    assertTrue(detail(backwards).contains("pieces: each begins and ends after"));
    var strange = with(good, List.of(new NewJobJson.NewPieceJson("none", 0L, 5L)), List.of());
    assertTrue(detail(strange).contains("media"));
    assertTrue(detail(with(good, good.pieces(), List.of(" "))).contains("glossary"));
    assertTrue(detail(Recording.of(media, 3, 2, null)).contains("least, most"));
    assertEquals(0, requester.get("/posted").json().get("items").size());
    assertEquals("not-found", hub.requester().get("/jobs/none").refusal());
  }

  private String detail(NewJobJson job) {
    var refused = requester.post("/jobs", "bad", job);
    assertEquals("invalid", refused.refusal());
    return refused.json().get("detail").asText();
  }

  private static NewJobJson with(
      NewJobJson job, List<NewJobJson.NewPieceJson> pieces, List<String> glossary) {
    return Recording.with(Recording.with(job, "pieces", pieces), "glossary", glossary);
  }
}
