package dev.hark.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.task.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalOutboxTest {
  private static final Answer DAWN = new Answer.Text("dawn");

  @TempDir Path folder;
  private final FakeMarket market = new FakeMarket();
  private final BlockingQueue<Outbox.Result> settled = new LinkedBlockingQueue<>();
  private Journal journal;
  private JournalOutbox outbox;

  @BeforeEach
  void open() {
    journal = SqliteJournal.open(folder.resolve("journal.db"), "demo").journal();
    outbox = outbox();
  }

  private JournalOutbox outbox() {
    return new JournalOutbox(
        journal, market, (entry, result) -> settled.add(result), Duration.ofMillis(20));
  }

  @AfterEach
  void close() {
    outbox.close();
    journal.close();
  }

  private void settle(Class<? extends Outbox.Result> how) throws InterruptedException {
    assertInstanceOf(how, assertNotNullResult(settled.poll(20, TimeUnit.SECONDS)));
  }

  private static Outbox.Result assertNotNullResult(Outbox.Result result) {
    assertNotNull(result, "nothing was settled in time");
    return result;
  }

  @Test
  @Requirement("ANS-4")
  void anAnswerIsSentAtOnceAndConfirmed() {
    assertInstanceOf(Outbox.Result.Sent.class, outbox.submit(Sample.assignment("a1"), DAWN));
    assertEquals(Map.of("a1", DAWN), market.answers());
    assertEquals(OutboxEntry.State.CONFIRMED, journal.outboxEntry("a1").orElseThrow().state());
    assertEquals(0, outbox.flush());
    assertEquals(List.of("a1"), market.tries());
  }

  @Test
  @Requirement("ANS-5")
  void whatCouldNotBeSentIsSentByItselfAndThatIsTold() throws InterruptedException {
    market.goesDown();
    assertInstanceOf(Outbox.Result.Kept.class, outbox.submit(Sample.assignment("a1"), DAWN));
    assertEquals(1, journal.waiting().size());
    market.fails(null);
    settle(Outbox.Result.Sent.class);
    assertEquals(Map.of("a1", DAWN), market.answers());
    assertEquals(List.of(), journal.waiting());
  }

  @Test
  @Requirement("ANS-5")
  void theNextStartSendsWhatWaited() throws InterruptedException {
    market.goesDown();
    outbox.submit(Sample.assignment("a1"), DAWN);
    outbox.close();
    outbox = outbox();
    market.fails(null);
    outbox.flushInBackground();
    settle(Outbox.Result.Sent.class);
    assertEquals(0, outbox.flush());
  }

  @Test
  @Requirement("ANS-5")
  void whatWaitsIsSentOldestFirstAndAHubThatIsDownIsAskedOnce() {
    outbox = new JournalOutbox(journal, market, (entry, result) -> settled.add(result));
    market.goesDown();
    for (String id : List.of("a1", "a2", "a3")) {
      journal.enqueue(Sample.assignment(id), DAWN);
    }
    assertEquals(3, outbox.flush());
    assertEquals(List.of("a1"), market.tries());
    market.fails(null);
    assertEquals(0, outbox.flush());
    assertEquals(List.of("a1", "a1", "a2", "a3"), market.tries());
    assertEquals(3, settled.size());
  }

  @Test
  @Requirement("ANS-4")
  void aReplyThatIsLostLeadsToTheSameAnswerAgainNotToASecondOne() {
    market.losesReplies(true);
    assertInstanceOf(Outbox.Result.Kept.class, outbox.submit(Sample.assignment("a1"), DAWN));
    outbox.close();
    market.losesReplies(false);
    assertEquals(0, outbox.flush());
    assertEquals(Map.of("a1", DAWN), market.answers());
  }

  @ParameterizedTest
  @Requirement("ANS-6")
  @EnumSource(
      value = Refusal.class,
      names = {"LEASE_EXPIRED", "RETURNED", "ANSWER_CONFLICT", "ANSWER_UNFIT", "NOT_FOUND"})
  void aRefusalForGoodIsToldAndTheWordsAreADraftAgain(Refusal refusal) {
    market.fails(new Fault.Refused(refusal, "why"));
    Outbox.Result.Refused result =
        assertInstanceOf(Outbox.Result.Refused.class, outbox.submit(Sample.assignment("a1"), DAWN));
    assertEquals(refusal, result.fault().refusal());
    assertEquals("dawn", journal.draft("task-a1").orElseThrow().content());
    assertEquals(List.of(), journal.waiting());
  }

  @ParameterizedTest
  @Requirement("ANS-6")
  @EnumSource(
      value = Refusal.class,
      names = {
        "TOO_MANY",
        "HUB_FAILED",
        "UNAUTHENTICATED",
        "TOKEN_EXPIRED",
        "LACKS_SCOPE",
        "TOO_SLOW",
        "PROXY_ONLY"
      })
  void aRefusalThatSaysNothingOfTheAnswerKeepsItWaiting(Refusal refusal) {
    market.fails(new Fault.Refused(refusal, "why"));
    assertInstanceOf(Outbox.Result.Kept.class, outbox.submit(Sample.assignment("a1"), DAWN));
    assertEquals(1, journal.waiting().size());
  }

  @Test
  @Requirement("ANS-6")
  void aWaitingAnswerThatIsRefusedLaterIsTold() throws InterruptedException {
    market.goesDown();
    outbox.submit(Sample.assignment("a1"), DAWN);
    market.fails(new Fault.Refused(Refusal.LEASE_EXPIRED, Sample.DEADLINE));
    settle(Outbox.Result.Refused.class);
    assertEquals("dawn", journal.draft("task-a1").orElseThrow().content());
  }

  @Test
  @Requirement("ANS-3")
  void anAnswerThatTheDiskCannotTakeIsNotSent() {
    journal.close();
    assertThrows(Fault.Storage.class, () -> outbox.submit(Sample.assignment("a1"), DAWN));
    assertEquals(List.of(), market.tries());
    journal = SqliteJournal.open(folder.resolve("journal.db"), "demo").journal();
  }

  @Test
  @Requirement("ANS-8")
  void manySendersHandInOnce() throws InterruptedException {
    market.fails(new Fault.HubDown(Sentence.of("market.hub"), null));
    for (int i = 0; i < 5; i++) {
      journal.enqueue(Sample.assignment("a" + i), DAWN);
    }
    market.fails(null);
    List<Thread> threads = new ArrayList<>();
    List<Journal> others = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    for (int i = 0; i < 3; i++) {
      Journal other = SqliteJournal.open(folder.resolve("journal.db"), "demo").journal();
      others.add(other);
      threads.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  start.await();
                  new JournalOutbox(other, market, (entry, result) -> settled.add(result)).flush();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join(Duration.ofSeconds(30));
    }
    others.forEach(Journal::close);
    assertEquals(5, market.answers().size());
    assertEquals(List.of(), journal.waiting());
  }
}
