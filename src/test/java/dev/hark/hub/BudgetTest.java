package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.JobProgressJson;
import dev.hark.wire.TranscriptJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Answers that are bought where they gain most, and accounts that copy. */
@OnEachDatabase
class BudgetTest {
  private static final List<String> CLEAR =
      List.of("the lamp was lit", "they rowed out at dawn", "nobody came back");

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

  private JobProgressJson progress(WrittenDown job) {
    return requester.get("/jobs/" + job.id() + "/progress").as(JobProgressJson.class);
  }

  private String text(WrittenDown job) {
    return requester.get("/jobs/" + job.id() + "/transcript").as(TranscriptJson.class).text();
  }

  @Test
  @Requirement("AUD-102")
  void theLastAnswerOfABudgetGoesWhereItGainsMostAndNotWhereItWasAskedForFirst() {
    WrittenDown job = WrittenDown.post(hub, requester, 3, 2, 4, 7);
    List<String> nearly =
        List.of("the lamp was lid", "a gold beeper wrote it down", "nobody came back");
    assertEquals("012", job.answer(0, CLEAR::get));
    assertEquals("012", job.answer(1, nearly::get));
    JobProgressJson waits = progress(job);
    assertEquals(7, waits.job().wanted());
    assertEquals(2, waits.done(), "nothing is left for the first");
    assertEquals(2, job.worker(0).items("/compared", ComparedJson.class).size());
    assertEquals("1", job.answer(2, piece -> "they rowed out at dawn"));
    JobProgressJson done = progress(job);
    assertEquals(3, done.done());
    assertEquals(7, done.answersIn());
    assertNotNull(done.job().closed());
    assertEquals(3, job.worker(0).items("/compared", ComparedJson.class).size());
    assertEquals(0, hub.hub.services().ledger().balance(Book.job(job.id()), "EUR"));
  }

  @Test
  @Requirement("AUD-102")
  void aPieceThatAsksWaitsAsLongAsOthersMayGainMore() {
    WrittenDown job = WrittenDown.post(hub, requester, 3, 1, 3, 4);
    String first = job.accept(0, "once");
    hub.submit(job.worker(0), first, "the keeper rode out");
    JobProgressJson waits = progress(job);
    assertEquals(3, waits.job().wanted());
    assertEquals(0, waits.done());
    assertNull(waits.job().closed());
    assertEquals("12", job.answer(0, piece -> "one two three four five six seven eight nine ten"));
    JobProgressJson over = progress(job);
    assertEquals(4, over.job().wanted());
    assertEquals(2, over.done(), "only one gets the last answer");
  }

  @Test
  @Requirement("AUD-103")
  void accountsThatCopyInOneRecordingCountAsOneInAnotherAlsoInAnEarlierOne() {
    WrittenDown early = WrittenDown.post(hub, requester, 1, 3, 3, null);
    early.answer("they rode out at dawn", "they rode out at dawn", "they rowed out at dawn");
    assertEquals("they rode out at dawn", text(early), "two against one");
    String said = "the old keeper of the light went down to the harbour before the morning tide";
    String wrong = "the cold creeper of the late bent town to the barber before the mourning tied";
    WrittenDown later = early.another(Recording.job(requester, 2, 6, 6, null), "later");
    for (int honest = 2; honest < 6; honest++) {
      later.answer(honest, piece -> said);
    }
    later.answer(0, piece -> wrong);
    later.answer(1, piece -> wrong);
    assertTrue(text(later).startsWith(said), text(later));
    assertEquals("they rowed out at dawn", text(early), "two accounts, and one of them");
    assertEquals(1, sure());
  }

  private int sure() {
    return hub.hub
        .services()
        .store()
        .read(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from worker_copies where evidence > 13.8 and near > 1")
                    .mapTo(Integer.class)
                    .one());
  }
}
