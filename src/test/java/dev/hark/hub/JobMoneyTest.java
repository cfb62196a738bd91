package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.store.Ids;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobProgressJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewJobJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.SettledDisputeJson;
import dev.hark.wire.TranscriptJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody's bonus is lost, and nothing stays set aside, whatever becomes of other answers. */
@OnEachDatabase
class JobMoneyTest extends WorkingHub {
  private static final String SAID = "the old keeper rowed out at dawn";
  private static final long EACH = 18;
  private static final long BONUS = 6;

  private long balance(String book) {
    return hub.hub.services().ledger().balance(book, "EUR");
  }

  private long earned(WrittenDown job, int worker) {
    return balance(Book.worker(job.worker(worker).id()));
  }

  private JobProgressJson progress(WrittenDown job) {
    return requester.get("/jobs/" + job.id() + "/progress").as(JobProgressJson.class);
  }

  private void reject(WrittenDown job, int worker, boolean again) {
    requester.post(
        "/submissions/" + job.assignment(worker, 0) + "/reject",
        new DecisionJson("other", "No speech of the recording.", again));
  }

  @Test
  @Requirement("TRN-70")
  void aRejectedAnswerThatNobodyReplacesDoesNotKeepThePieceOpen() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(0, _ -> "buy cheap watches here today");
    reject(job, 0, false);
    job.answer(1, _ -> SAID);
    job.answer(2, _ -> SAID);
    JobProgressJson progress = progress(job);
    assertEquals(1, progress.done());
    assertNotNull(progress.job().closed());
    assertEquals(EACH + BONUS, earned(job, 1));
    assertEquals(EACH + BONUS, earned(job, 2));
    assertEquals(0, balance(Book.job(job.id())));
    assertEquals(2 * (EACH + BONUS), progress.paid().minor());
  }

  @Test
  @Requirement("TRN-70")
  void whoeverAnswersInThePlaceOfARejectedAnswerGetsTheBonusToo() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(SAID, SAID, "buy cheap watches here today");
    assertNotNull(progress(job).job().closed(), "the bonuses are decided");
    reject(job, 2, true);
    job.answer(3, _ -> SAID);
    assertEquals(EACH + BONUS, earned(job, 3));
    assertEquals(3 * (EACH + BONUS), progress(job).paid().minor());
  }

  @Test
  @Requirement("TRN-70")
  void anAccountThatIsClosedPaysTheBonusesOfItsAnswersAndHasTheRestBack() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(0, _ -> SAID);
    job.answer(1, _ -> SAID);
    operator.post("/accounts/" + requester.id() + "/close");
    hub.clock.forward(Duration.ofMinutes(10));
    operator.get("/jobs/" + job.id() + "/progress");
    assertEquals(0, balance(Book.job(job.id())), "nothing is left");
    assertEquals(2 * BONUS, bonuses(job, 0, 1));
  }

  @Test
  @Requirement("TRN-74")
  void anotherAnswerIsAskedForOnlyWhileItIsWorthItsPrice() {
    assertEquals(3, wanted("worth", 100L), "a word that two hear differently, at 24 cents");
    assertEquals(2, wanted("cheap", 24L), "hardly a word is to be gained");
    assertEquals(3, wanted("free", null), "an error in 300 words");
  }

  @Test
  @Requirement("TRN-75")
  void anAnswerThatIsBeingDoneAgainGetsItsBonusForTheNewWords() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(0, _ -> "the cold keeper road at dawn");
    redo(job, 0);
    job.answer(1, _ -> SAID);
    job.answer(2, _ -> SAID);
    assertNotNull(progress(job).job().closed());
    assertEquals(BONUS, balance(Book.job(job.id())), "what it may still earn is set aside");
    assertEquals(0, bonuses(job, 0));
    again(job, 0, SAID);
    progress(job);
    assertEquals(BONUS, bonuses(job, 0));
    assertEquals(0, balance(Book.job(job.id())));
  }

  @Test
  @Requirement("TRN-75")
  void whoDoesNotDoItAgainGetsTheBonusForTheOldWordsOnceTheTimeIsOver() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(0, _ -> "the old keeper rode out at dawn");
    redo(job, 0);
    job.answer(1, _ -> SAID);
    job.answer(2, _ -> SAID);
    progress(job);
    hub.clock.forward(Duration.ofHours(2));
    progress(job);
    assertEquals(4, bonuses(job, 0), "6 of 7 words");
    assertEquals(0, balance(Book.job(job.id())));
  }

  @Test
  @Requirement("TRN-75")
  void whoDoesItAgainAfterTheBonusWasDecidedGetsWhatTheNewWordsAreWorthMore() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(SAID, SAID, "buy cheap watches here today");
    assertNotNull(progress(job).job().closed());
    assertEquals(0, bonuses(job, 2));
    redo(job, 2);
    again(job, 2, SAID);
    progress(job);
    assertEquals(BONUS, bonuses(job, 2));
    assertEquals(EACH + BONUS, earned(job, 2));
  }

  @Test
  @Requirement("TRN-76")
  void anAnswerToAKnownPieceEarnsItsBonusWhenTheRecordingIsDone() {
    JobJson job = withGold(8);
    assertEquals(
        (8 + 8) * BONUS, balance(Book.job(job.id())), "also of as many answers to known pieces");
    String gold = answerUntilGold(job);
    requester.get("/jobs/" + job.id() + "/progress");
    assertEquals(404, worker.get("/compared/" + gold).status(), "it would tell what is gold");
    answerAll(job);
    assertNotNull(
        requester.get("/jobs/" + job.id() + "/progress").as(JobProgressJson.class).job().closed());
    ComparedJson one = worker.get("/compared/" + gold).as(ComparedJson.class);
    assertEquals(SAID, one.text());
    assertEquals("the old keeper rode out at dawn", one.answer());
    assertEquals(4, one.bonus().minor(), "6 of 7 words");
    assertEquals(0, balance(Book.job(job.id())));
  }

  @Test
  @Requirement("TRN-76")
  void orADayLater() {
    JobJson job = withGold(8);
    String gold = answerUntilGold(job);
    hub.clock.forward(Duration.ofDays(1).minusMinutes(1));
    requester.get("/jobs/" + job.id() + "/progress");
    assertEquals(404, worker.get("/compared/" + gold).status());
    hub.clock.forward(Duration.ofMinutes(2));
    requester.get("/jobs/" + job.id() + "/progress");
    assertEquals(4, worker.get("/compared/" + gold).as(ComparedJson.class).bonus().minor());
  }

  private JobJson withGold(int pieces) {
    JobJson job =
        requester
            .post("/jobs", "gold", Recording.job(requester, pieces, 1, 1, null))
            .as(JobJson.class);
    List<Object> golds = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      QuestionJson question =
          new QuestionJson("transcription", "Write it, " + i + ".", List.of(), null, null);
      golds.add(new NewTaskGroupJson.NewTaskJson(question, TestHub.text(SAID)));
    }
    Map<String, Object> wishes = Map.of("goldRate", 0.5, "goldTasks", golds);
    String path = "/task-groups/" + job.groupId() + "/quality";
    assertEquals(200, requester.put(path, wishes).status());
    assertEquals(200, requester.put(path, wishes).status(), "and once more changes nothing");
    return job;
  }

  /** A worker answers what comes until that is gold; its assignment. */
  private String answerUntilGold(JobJson job) {
    while (true) {
      AssignmentJson held = hub.accept(worker, job.groupId(), Ids.next());
      boolean gold = held.question().media().isEmpty();
      hub.submit(worker, held.id(), gold ? "the old keeper rode out at dawn" : SAID);
      if (gold) {
        return held.id();
      }
    }
  }

  private void answerAll(JobJson job) {
    String path = "/task-groups/" + job.groupId() + "/assignments";
    var answered = worker.postKey(path, Ids.next());
    while (answered.status() < 300) {
      hub.submit(worker, answered.as(AssignmentJson.class).id(), SAID);
      answered = worker.postKey(path, Ids.next());
    }
  }

  private void redo(WrittenDown job, int worker) {
    NewRedoJson again = new NewRedoJson("Listen once more.", 3_600L);
    assertEquals(
        200, requester.post("/submissions/" + job.assignment(worker, 0) + "/redo", again).status());
  }

  private static void again(WrittenDown job, int worker, String words) {
    String path = "/assignments/" + job.assignment(worker, 0) + "/answer";
    assertEquals(200, job.worker(worker).post(path, "again", TestHub.text(words)).status());
  }

  /** How many answers a piece asks for that two hear differently. */
  private int wanted(String key, @Nullable Long worth) {
    NewJobJson asked = Recording.with(Recording.job(requester, 1, 2, 3, null), "target", null);
    MoneyJson word = worth == null ? null : new MoneyJson(worth, "EUR");
    WrittenDown job =
        WrittenDown.post(hub, requester, Recording.with(asked, "wordWorth", word), key);
    job.answer(SAID, "the old keeper road out at dawn");
    assertEquals(word, progress(job).job().wordWorth());
    return progress(job).job().wanted();
  }

  @Test
  @Requirement("TRN-74")
  void theWorthOfAWordIsInTheCurrencyOfTheReward() {
    NewJobJson asked =
        Recording.with(
            Recording.job(requester, 1, 2, 3, null), "wordWorth", new MoneyJson(100L, "USD"));
    assertEquals(400, requester.post("/jobs", "other", asked).status());
  }

  private static long bonuses(WrittenDown job, int... workers) {
    long all = 0;
    for (int worker : workers) {
      all +=
          job.worker(worker).items("/compared", ComparedJson.class).stream()
              .mapToLong(one -> one.bonus().minor())
              .sum();
    }
    return all;
  }

  @Test
  @Requirement({"TRN-51", "TRN-71"})
  void whatADisputePaysIsToldAsPaid() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(SAID, SAID, "the old keeper road at dawn");
    long before = progress(job).paid().minor();
    ComparedJson one = job.worker(2).items("/compared", ComparedJson.class).getFirst();
    job.worker(2)
        .post("/compared/" + one.assignmentId() + "/dispute", new ObjectionJson("He says road."));
    requester.post(
        "/disputes/" + one.assignmentId() + "/settle", new SettledDisputeJson(true, null));
    assertEquals(before + BONUS - one.bonus().minor(), progress(job).paid().minor());
    assertEquals(3 * EACH + 3 * BONUS, progress(job).paid().minor());
  }

  @Test
  @Requirement("TRN-51")
  void aTextCanBeDisputedWhereThereIsNoBonus() {
    WrittenDown job =
        WrittenDown.post(
            hub,
            requester,
            Recording.with(
                Recording.job(requester, 1, 3, 3, null), "bonus", new MoneyJson(0L, "EUR")));
    job.answer(SAID, SAID, "the old keeper road at dawn");
    Caller worker = job.worker(2);
    String id = job.assignment(2, 0);
    assertEquals(
        200,
        worker.post("/compared/" + id + "/dispute", new ObjectionJson("He says road.")).status());
    requester.post("/disputes/" + id + "/settle", new SettledDisputeJson(true, null));
    ComparedJson after = worker.items("/compared", ComparedJson.class).getFirst();
    assertEquals(0, Objects.requireNonNull(Objects.requireNonNull(after.dispute()).paid()).minor());
    assertEquals(EACH, earned(job, 2));
    TranscriptJson text =
        requester.get("/jobs/" + job.id() + "/transcript").as(TranscriptJson.class);
    assertEquals(SAID, text.text());
  }
}
