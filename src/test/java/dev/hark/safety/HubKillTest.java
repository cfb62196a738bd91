package dev.hark.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.journal.Journal;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.Outbox;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The hub is killed at each step; a worker and a requester go on when it is back. */
@Requirement("ANS-14")
class HubKillTest {
  private static final Answer DAWN = new Answer.Text("the lighthouse keeper rowed out at dawn");
  private static final String ACCEPT = "POST /api/v1/task-groups/[^/]+/assignments";
  private static final String SUBMIT = "POST /api/v1/assignments/[^/]+/answer";
  private static final String APPROVE = "POST /api/v1/submissions/[^/]+/approve";

  @TempDir static Path hubFolder;
  private static Child hub;
  private static Gate gate;
  private static Work work;
  private static HubFile file;
  private static final Random RANDOM = new Random(20261123);

  @TempDir Path clientFolder;
  private HubAccounts.Account worker;
  private HubMarketplace market;
  private Journal journal;
  private JournalOutbox outbox;

  @BeforeAll
  static void open() {
    hub = new Child(HubMain.class, hubFolder);
    gate = new Gate(address());
    work = new Work(gate.address());
    file = new HubFile(hubFolder);
  }

  @AfterAll
  static void shut() {
    work.close();
    gate.close();
    hub.close();
  }

  private static URI address() {
    return URI.create(hub.await(line -> line.startsWith("uri ")).substring(4));
  }

  private static void kill() {
    hub.kill();
  }

  private static void restart() {
    gate.awaitKill();
    hub = new Child(HubMain.class, hubFolder);
    gate.leadsTo(address());
  }

  @BeforeEach
  void begin() {
    worker = work.newWorker();
    market = new HubMarketplace(gate.address(), worker.token());
    journal = SqliteJournal.open(clientFolder.resolve("journal.db"), "kill").journal();
    outbox = new JournalOutbox(journal, market, (entry, result) -> {});
  }

  @AfterEach
  void end() {
    outbox.close();
    journal.close();
    market.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Gate.Moment.class,
      names = {"BEFORE", "AFTER", "HALF"})
  void killedAtAccept(Gate.Moment moment) {
    String group = work.newGroup(null);
    gate.trap(ACCEPT, moment, HubKillTest::kill);
    assertThrows(Fault.HubDown.class, () -> market.accept(group, journal.acceptKey(group)));
    restart();
    Assignment assignment = market.accept(group, journal.acceptKey(group));
    assertEquals(List.of(assignment.id()), market.held().stream().map(Assignment::id).toList());
    file.assertTaken(worker.id(), 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Gate.Moment.class,
      names = {"BEFORE", "AFTER", "HALF"})
  void killedAtSubmit(Gate.Moment moment) {
    Assignment assignment = accepted(null);
    gate.trap(SUBMIT, moment, HubKillTest::kill);
    assertInstanceOf(Outbox.Result.Kept.class, outbox.submit(assignment, DAWN));
    assertEquals(1, journal.waiting().size());
    restart();
    assertEquals(0, outbox.flush());
    file.assertOneAnswer(worker.id(), DAWN);
    work.desk().approve(assignment.id());
    assertPaidOnce();
  }

  @ParameterizedTest
  @EnumSource(
      value = Gate.Moment.class,
      names = {"BEFORE", "AFTER", "HALF"})
  void killedAtPay(Gate.Moment moment) {
    Assignment assignment = accepted(null);
    assertInstanceOf(Outbox.Result.Sent.class, outbox.submit(assignment, DAWN));
    gate.trap(APPROVE, moment, HubKillTest::kill);
    assertThrows(Fault.HubDown.class, () -> work.desk().approve(assignment.id()));
    restart();
    work.desk().approve(assignment.id());
    assertPaidOnce();
  }

  /** Gold makes one transaction store the answer and pay for it: it is cut anywhere. */
  @Test
  void killedAnywhereWhileItStoresAndPays() {
    for (int round = 0; round < 5; round++) {
      Assignment assignment = accepted("the lighthouse keeper rowed out at dawn");
      gate.trap(SUBMIT, Gate.Moment.DURING, anywhere(), HubKillTest::kill);
      Outbox.Result first = outbox.submit(assignment, DAWN);
      restart();
      assertEquals(0, outbox.flush(), "round " + round + " after " + first);
      assertEquals(Assignment.State.APPROVED, market.assignment(assignment.id()).state());
      assertPaidOnce();
      nextWorker();
    }
  }

  @Test
  void killedAnywhereWhileItLends() {
    for (int round = 0; round < 2; round++) {
      String group = work.newGroup(null);
      gate.trap(ACCEPT, Gate.Moment.DURING, anywhere(), HubKillTest::kill);
      try {
        market.accept(group, journal.acceptKey(group));
      } catch (Fault.HubDown e) {
        assertEquals("market.no-answer", e.sentence().key());
      }
      restart();
      market.accept(group, journal.acceptKey(group));
      file.assertTaken(worker.id(), 1);
      assertEquals(1, market.held().size());
      nextWorker();
    }
  }

  private static Duration anywhere() {
    return Duration.ofNanos(RANDOM.nextLong(25_000_000));
  }

  private Assignment accepted(@org.jspecify.annotations.Nullable String gold) {
    String group = work.newGroup(gold);
    Assignment assignment = market.accept(group, journal.acceptKey(group));
    journal.acceptDone(group);
    return assignment;
  }

  private void assertPaidOnce() {
    file.assertOneAnswerAndOnePayment(worker.id(), DAWN, Work.REWARD);
    assertEquals(Work.REWARD, market.earnings(ZoneOffset.UTC).lines().getFirst().total().minor());
  }

  private void nextWorker() {
    end();
    begin();
  }
}
