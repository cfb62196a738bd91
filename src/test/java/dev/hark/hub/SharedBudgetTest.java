package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.JobProgressJson;
import dev.hark.wire.NewJobJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recordings that share the answers that they may get. */
@OnEachDatabase
class SharedBudgetTest extends WorkingHub {
  private static final List<String> CLEAR = List.of("the lamp was lit", "nobody came back");

  /** What two hear who agree on few words. */
  private static final List<String> ONE = List.of("they rowed out at dawn", "the keeper wrote it");

  private static final List<String> OTHER =
      List.of("they road doubt at down", "the beeper rode in");

  private JobProgressJson progress(WrittenDown job) {
    return requester.get("/jobs/" + job.id() + "/progress").as(JobProgressJson.class);
  }

  private NewJobJson job(int answers, String budget) {
    return Recording.sharing(Recording.job(requester, 2, 2, 4, answers), budget);
  }

  private void isPaid(WrittenDown job) {
    assertNotNull(progress(job).job().closed());
    assertEquals(0, hub.hub.services().ledger().balance(Book.job(job.id()), "EUR"));
    assertEquals(0, hub.hub.services().ledger().balance(Book.escrow(job.job().groupId()), "EUR"));
  }

  @Test
  @Requirement("AUD-115")
  void whatOneRecordingDoesNotNeedGoesToAnotherThatGainsByIt() {
    WrittenDown clear = WrittenDown.post(hub, requester, job(6, "spring"));
    WrittenDown hard = clear.another(job(6, "spring"), "hard");
    WrittenDown alone = clear.another(job(6, "autumn"), "alone");
    for (WrittenDown job : List.of(hard, alone)) {
      job.answer(0, ONE::get);
      job.answer(1, OTHER::get);
      job.answer(2, ONE::get);
      job.answer(3, OTHER::get);
    }
    assertEquals(6, progress(alone).answersIn(), "its own share");
    isPaid(alone);
    assertNull(progress(hard).job().closed(), "the other recording may need less");
    for (int worker = 0; worker < 3; worker++) {
      clear.answer(worker, CLEAR::get);
    }
    JobProgressJson easy = progress(clear);
    assertEquals(4, easy.answersIn());
    isPaid(clear);
    for (int worker = 4; worker < 6; worker++) {
      hard.answer(worker, OTHER::get);
    }
    assertEquals(8, progress(hard).answersIn(), "two that the other did not need");
    assertEquals(8, progress(hard).job().answers());
    isPaid(hard);
  }

  @Test
  @Requirement("AUD-115")
  void aRecordingThatEndsBeforeTheOthersLeavesThemItsAnswersAndTheLastGivesThemBack() {
    WrittenDown first = WrittenDown.post(hub, requester, job(8, "spring"));
    WrittenDown second = first.another(job(4, "spring"), "second");
    for (int worker = 0; worker < 2; worker++) {
      first.answer(worker, CLEAR::get);
    }
    for (int worker = 0; worker < 2; worker++) {
      second.answer(worker, CLEAR::get);
    }
    isPaid(first);
    isPaid(second);
    assertEquals(4, progress(first).answersIn());
    assertEquals(4, progress(second).answersIn());
  }

  @Test
  @Requirement("AUD-115")
  void recordingsWhoseAnswersCostAnotherSumShareNothing() {
    WrittenDown cheap = WrittenDown.post(hub, requester, job(6, "spring"));
    NewJobJson more = Recording.sharing(Recording.job(requester, 2, 2, 3, 6), "spring");
    WrittenDown dear = cheap.another(more, "dear");
    for (int worker = 0; worker < 2; worker++) {
      cheap.answer(worker, CLEAR::get);
    }
    isPaid(cheap);
    assertEquals(6, progress(dear).job().answers());
  }
}
