package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.CheckRoundJson;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.ComparedJson.DifferenceJson;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobProgressJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewCheckRoundJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.ReceiptJson;
import dev.hark.wire.SettledDisputeJson;
import dev.hark.wire.SubmissionJson;
import dev.hark.wire.TranscriptJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class TextTest {
  private static final long DEPOSIT = 10_000_00;
  private static final long EACH = 18;
  private static final long BONUS = 6;
  private static final List<String> SAID =
      List.of("The old lighthouse keeper rowed out", "out at dawn to the sea.");

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

  private TranscriptJson text(WrittenDown job) {
    return requester.get("/jobs/" + job.id() + "/transcript").as(TranscriptJson.class);
  }

  private JobProgressJson progress(WrittenDown job) {
    return requester.get("/jobs/" + job.id() + "/progress").as(JobProgressJson.class);
  }

  @Test
  @Requirement({"TRN-47", "TRN-48"})
  void answersBecomeOneTextAndAllAreWorthTheirPay() {
    WrittenDown job = WrittenDown.post(hub, requester, 2, 2, 4, null);
    assertEquals("[no answer yet] [no answer yet]", text(job).text());
    assertEquals("01", job.answer(0, SAID::get));
    assertEquals("01", job.answer(1, SAID::get));
    assertEquals("", job.answer(2, SAID::get), "two agree, and no third is asked");
    TranscriptJson text = text(job);
    assertEquals("The old lighthouse keeper rowed out at dawn to the sea.", text.text());
    assertEquals(11, text.words().size());
    assertEquals("interview 12", text.recording());
    JobProgressJson progress = progress(job);
    assertEquals(2, progress.done());
    assertEquals(4, progress.answersIn());
    assertEquals(4 * (EACH + BONUS), progress.paid().minor());
    assertNotNull(progress.job().closed());
    for (int worker = 0; worker < 2; worker++) {
      assertEquals(2 * (EACH + BONUS), balance(Book.worker(job.worker(worker).id())));
    }
    assertEquals(0, balance(Book.job(job.id())));
    assertEquals(0, balance(Book.escrow(job.job().groupId())));
    assertEquals(DEPOSIT - 4 * (EACH + BONUS), balance(Book.requester(requester.id())));
    var approved = requester.items("/submissions?state=approved", SubmissionJson.class);
    assertEquals(4, approved.size());
    assertTrue(approved.stream().allMatch(one -> "AGREEMENT".equals(one.decidedAs())));
  }

  @Test
  @Requirement("TRN-48")
  void aPieceThatIsUnsureIsGivenToAnotherAsLongAsItIsWorthIt() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 2, 4, null);
    job.answer("the old keeper rowed out", "a gold keeper wrote it down");
    assertEquals(3, progress(job).job().wanted());
    assertNull(progress(job).job().closed());
    assertEquals("0", job.answer(2, piece -> "an odd thing to do at dawn"));
    assertEquals("0", job.answer(3, piece -> "nobody knows what that was"));
    assertEquals("", job.answer(4, piece -> "no more than the most"));
    JobJson over = progress(job).job();
    assertEquals(4, over.wanted());
    assertNotNull(over.closed());
    assertEquals(0, balance(Book.job(job.id())));
  }

  @Test
  @Requirement("TRN-48")
  void theBudgetOfAllPiecesBoundsWhatIsAskedFor() {
    WrittenDown job = WrittenDown.post(hub, requester, 2, 1, 4, 3);
    job.answer(0, piece -> "one two three four five " + piece);
    job.answer(1, piece -> "six seven eight nine ten " + piece);
    job.answer(2, piece -> "anything else at all " + piece);
    JobProgressJson progress = progress(job);
    assertTrue(progress.job().wanted() <= 3, progress.toString());
    assertNotNull(progress.job().closed());
    assertEquals(0, balance(Book.job(job.id())));
  }

  @Test
  @Requirement({"TRN-49", "TRN-50"})
  void whoeverIsOutvotedIsPaidAndHearsWhatOthersWrote() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(
        "The old keeper rowed out at dawn",
        "the old keeper rowed out at dawn",
        "the old keeper road out at down");
    // Five of seven words agree: 6 * (2 * 5/7 - 1) is 2.57 cents.
    ComparedJson third = job.worker(2).items("/compared", ComparedJson.class).getFirst();
    assertEquals(3, third.bonus().minor());
    assertEquals(BONUS, third.highest().minor());
    assertEquals(5 / 7.0, third.closeness(), 0.001);
    assertEquals(
        List.of(
            new DifferenceJson("keeper", "road", "rowed"),
            new DifferenceJson("at", "down", "dawn")),
        third.differences());
    assertEquals("the old keeper road out at down", third.answer());
    assertEquals("The old keeper rowed out at dawn".length(), third.text().length());
    assertEquals(EACH + 3, balance(Book.worker(job.worker(2).id())));
    ComparedJson first = job.worker(0).items("/compared", ComparedJson.class).getFirst();
    assertEquals(List.of(), first.differences());
    assertEquals(BONUS, first.bonus().minor());
    assertEquals(200, job.worker(2).get("/media/" + third.mediumId()).status(), "to hear it again");
    String id = third.assignmentId();
    assertEquals("not-found", job.worker(0).get("/compared/" + id).refusal());
    assertEquals(
        DEPOSIT - 3 * EACH - 2 * BONUS - 3,
        balance(Book.requester(requester.id())),
        "what is left");
  }

  @Test
  @Requirement("TRN-49")
  void emptyAndStrangeAnswersWaitForAPersonAndMarksDoNot() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 6, 6, null);
    job.answer(
        "the old keeper rowed out",
        "the old keeper rowed out",
        "the old keeper rowed out",
        "buy cheap watches here today",
        "...",
        "[unclear]");
    assertEquals("the old keeper rowed out", text(job).text());
    var waiting = requester.items("/submissions?state=submitted", SubmissionJson.class);
    assertEquals(
        List.of("...", "buy cheap watches here today"),
        waiting.stream().map(one -> one.answer().text()).sorted().toList());
    assertEquals(EACH, balance(Book.worker(job.worker(5).id())), "an honest mark is paid");
    assertEquals(0, balance(Book.worker(job.worker(3).id())));
    assertEquals(0, balance(Book.job(job.id())));
    requester.post("/submissions/" + job.assignment(4, 0) + "/reject", TestHub.rejection("Empty."));
    assertEquals("the old keeper rowed out", text(job).text());
    assertEquals(5, progress(job).answersIn(), "what is rejected counts no more");
  }

  @Test
  @Requirement("TRN-47")
  void aPieceWithoutSpeechIsSilentAndOneThatNobodyUnderstoodIsMarked() {
    WrittenDown job = WrittenDown.post(hub, requester, 3, 2, 2, null);
    List<String> texts = List.of("[no speech]", "[Unclear]", "well then");
    job.answer(0, texts::get);
    job.answer(1, texts::get);
    TranscriptJson text = text(job);
    assertEquals("[unclear] well then", text.text());
    assertEquals("NO_SPEECH", text.pieces().getFirst().note());
    assertEquals("[unclear]", text.review().getFirst().text());
    assertEquals(3 * (EACH + BONUS), balance(Book.worker(job.worker(0).id())));
  }

  @Test
  @Requirement("TRN-51")
  void aWorkerDisputesATextAndIsPaidOrHearsWhyNot() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer("the keeper rowed out now", "the keeper rowed out now", "the keeper road out no");
    Caller worker = job.worker(2);
    String id = job.assignment(2, 0);
    String path = "/compared/" + id + "/dispute";
    assertEquals("invalid", worker.post(path, new ObjectionJson(" ")).refusal());
    assertEquals(
        "invalid",
        job.worker(0)
            .post("/compared/" + job.assignment(0, 0) + "/dispute", new ObjectionJson("More."))
            .refusal(),
        "the highest bonus was paid");
    ObjectionJson words = new ObjectionJson("He clearly says road.");
    ComparedJson disputed = worker.post(path, words).as(ComparedJson.class);
    assertEquals(disputed, worker.post(path, words).as(ComparedJson.class), "the same again");
    assertEquals("objected", worker.post(path, new ObjectionJson("Other words.")).refusal());
    List<ComparedJson> open = requester.items("/disputes", ComparedJson.class);
    assertEquals(
        "He clearly says road.", Objects.requireNonNull(open.getFirst().dispute()).words());
    assertFalse(open.getFirst().worker().equals(worker.id()), "a worker is known by another id");
    String settle = "/disputes/" + id + "/settle";
    long before = balance(Book.worker(worker.id()));
    assertEquals(
        "not-found", hub.requester().post(settle, new SettledDisputeJson(true, null)).refusal());
    var moderator = hub.register(hub.operator(), "MODERATOR", "Kim");
    assertEquals(1, moderator.items("/disputes", ComparedJson.class).size());
    ComparedJson paid =
        moderator.post(settle, new SettledDisputeJson(true, null)).as(ComparedJson.class);
    assertEquals(
        BONUS - paid.bonus().minor(),
        Objects.requireNonNull(Objects.requireNonNull(paid.dispute()).paid()).minor());
    assertEquals(before + BONUS - paid.bonus().minor(), balance(Book.worker(worker.id())));
    requester.post(settle, new SettledDisputeJson(true, null));
    assertEquals(before + BONUS - paid.bonus().minor(), balance(Book.worker(worker.id())), "once");
    assertEquals(
        "already-decided", requester.post(settle, new SettledDisputeJson(false, "No.")).refusal());
    assertEquals(List.of(), requester.items("/disputes", ComparedJson.class));
  }

  @Test
  @Requirement("TRN-52")
  void unsurePlacesAreListenedToOnceMoreAndTheAnswersGoIntoTheText() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(
        "the old keeper rowed out at dawn",
        "the old keeper wrote out at dawn",
        "the old keeper rode out at dawn");
    TranscriptJson before = text(job);
    assertEquals(1, before.review().size(), before.toString());
    NewCheckRoundJson round =
        new NewCheckRoundJson(
            "Listen again",
            "Is this said: {text}?",
            "Yes",
            "No",
            new MoneyJson(5, "EUR"),
            3,
            null,
            null,
            null,
            null,
            null);
    String path = "/jobs/" + job.id() + "/checks";
    CheckRoundJson posted = requester.post(path, "again", round).as(CheckRoundJson.class);
    assertEquals(1, posted.places());
    assertEquals(posted, requester.post(path, "again", round).as(CheckRoundJson.class));
    assertEquals(
        0, requester.post(path, "other", round).as(CheckRoundJson.class).places(), "asked before");
    String wanted = before.review().getFirst().text().equals("rode") ? "rowed" : "rode";
    for (int i = 0; i < 3; i++) {
      Caller worker = hub.worker();
      AssignmentJson held = hub.accept(worker, Objects.requireNonNull(posted.groupId()), "a" + i);
      var options = Objects.requireNonNull(held.question().options());
      assertEquals(4, options.size(), "yes, two other readings, no");
      String option =
          options.stream()
              .filter(one -> one.label().equals("the old keeper " + wanted + " out at dawn"))
              .findFirst()
              .orElseThrow()
              .id();
      worker
          .post(
              "/assignments/" + held.id() + "/answer", "k" + i, new AnswerJson(null, option, null))
          .as(ReceiptJson.class);
    }
    TranscriptJson after = text(job);
    assertEquals("the old keeper " + wanted + " out at dawn", after.text());
    assertTrue(after.words().get(3).probability() > before.words().get(3).probability());
    assertEquals("invalid", requester.post(path, "bad", with(round, "no place")).refusal());
    assertEquals("not-found", hub.requester().post(path, "again", round).refusal());
  }

  private static NewCheckRoundJson with(NewCheckRoundJson round, String prompt) {
    return new NewCheckRoundJson(
        round.title(),
        prompt,
        round.yes(),
        round.no(),
        round.reward(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  @Requirement("TRN-47")
  void whatACrashLeftUndoneIsDoneAfterwardsAndNothingTwice() {
    WrittenDown job = WrittenDown.post(hub, requester, 2, 2, 2, null);
    job.answer(0, SAID::get);
    job.answer(1, SAID::get);
    String said = text(job).text();
    long paid = balance(Book.worker(job.worker(0).id()));
    hub.hub
        .services()
        .store()
        .write(
            handle -> {
              handle.execute("delete from piece_text where number = 1");
              return handle.execute(
                  "insert into piece_due (task_id, job_id, mark)"
                      + " select task_id, job_id, 'x' from job_piece");
            });
    hub.close();
    hub = new TestHub(database, data);
    requester = new Caller(hub.hub.uri(), requester.id(), requester.token());
    assertEquals(said, text(job).text());
    assertEquals(2, progress(job).done());
    assertEquals(paid, balance(Book.worker(job.worker(0).id())));
    assertEquals(0, balance(Book.job(job.id())));
  }

  @Test
  @Requirement("TRN-48")
  void aJobWhoseTimeIsOverEndsWithTheAnswersThatItHasAndAllMoneyReturns() {
    WrittenDown job = WrittenDown.post(hub, requester, 2, 2, 4, null);
    job.answer(0, SAID::get);
    requester.post("/posted/" + job.job().groupId() + "/expire");
    hub.clock.forward(Duration.ofMinutes(10));
    JobProgressJson progress = progress(job);
    assertNotNull(progress.job().closed());
    assertEquals(0, balance(Book.job(job.id())));
    assertEquals("The old lighthouse keeper rowed out at dawn to the sea.", text(job).text());
    assertEquals(2, job.worker(0).items("/compared", ComparedJson.class).size());
  }
}
