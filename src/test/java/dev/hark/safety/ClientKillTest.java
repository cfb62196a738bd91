package dev.hark.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.journal.Journal;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The worker's session is killed at each step, and started again. */
@Requirement("ANS-13")
class ClientKillTest {
  private static final String WORDS = "the lighthouse keeper rowed out at dawn";
  private static final Answer DAWN = new Answer.Text(WORDS);

  @TempDir static Path hubFolder;
  private static Hub hub;
  private static Gate gate;
  private static Work work;
  private static HubFile file;

  @TempDir Path clientFolder;
  private HubAccounts.Account worker;
  private Child client;

  @BeforeAll
  static void open() {
    hub = Hub.start(HubConfig.embedded(hubFolder, "Market of the kill tests", true));
    gate = new Gate(hub.uri());
    work = new Work(hub.uri().toString());
    file = new HubFile(hubFolder);
  }

  @AfterAll
  static void shut() {
    work.close();
    gate.close();
    hub.close();
  }

  @BeforeEach
  void begin() {
    worker = work.newWorker();
    work.newGroup(null);
    client = start();
    client.await("mode BROWSING");
  }

  @AfterEach
  void end() {
    client.close();
  }

  private Child start() {
    return new Child(ClientMain.class, journalFile(), gate.address(), worker.token());
  }

  private Path journalFile() {
    return clientFolder.resolve("journal.db");
  }

  private void does(String... lines) {
    for (String line : lines) {
      client.send(line);
      client.await("took " + line);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Gate.Moment.class,
      names = {"BEFORE", "AFTER", "HALF"})
  void killedAtAccept(Gate.Moment moment) {
    gate.trap("POST /api/v1/task-groups/[^/]+/assignments", moment, client::kill);
    client.send("act ACCEPT");
    gate.awaitKill();
    client = start();
    if (client.await(line -> line.startsWith("mode ")).equals("mode BROWSING")) {
      does("act ACCEPT");
    }
    file.assertTaken(worker.id(), 1);
    does("act TYPE", "typed " + WORDS, "act SUBMIT", "confirm yes");
    assertOneAnswerThenOnePayment();
    does("act ACCEPT");
    file.assertTaken(worker.id(), 2);
    try (HubMarketplace market = new HubMarketplace(work.address(), worker.token())) {
      assertEquals(1, market.held().size());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Gate.Moment.class,
      names = {"BEFORE", "AFTER", "HALF"})
  void killedAtSubmit(Gate.Moment moment) {
    does("act ACCEPT", "act TYPE", "typed " + WORDS, "act SUBMIT");
    gate.trap("POST /api/v1/assignments/[^/]+/answer", moment, client::kill);
    client.send("confirm yes");
    gate.awaitKill();
    client = start();
    client.await("mode BROWSING");
    client.send("flush now");
    client.await("waiting 0");
    assertOneAnswerThenOnePayment();
  }

  @Test
  void killedRightAfterALetterWasAcknowledged() {
    does("act ACCEPT");
    for (int letters : List.of(1, 5, 6, WORDS.length())) {
      does("act TYPE");
      for (int i = 1; i <= letters; i++) {
        client.send("typed " + WORDS.substring(0, i));
      }
      client.await("took typed " + WORDS.substring(0, letters));
      client.kill();
      assertEquals(WORDS.substring(0, letters), draft());
      client = start();
      client.await("mode HOLDING");
    }
    does("act SUBMIT", "confirm yes");
    assertOneAnswerThenOnePayment();
  }

  @Test
  void killedAnywhereWhileTyping() {
    does("act ACCEPT");
    Random random = new Random(20261123);
    String text = (WORDS + " ").repeat(40).strip();
    for (int round = 0; round < 4; round++) {
      does("act TYPE");
      int from = draftLength() + 1;
      for (int i = from; i < from + 200; i++) {
        client.send("typed " + text.substring(0, i));
      }
      int killAt = from + random.nextInt(60);
      client.await("took typed " + text.substring(0, killAt));
      client.kill();
      int acknowledged = killAt;
      for (String line : client.awaitEnd()) {
        if (line.startsWith("took typed ")) {
          acknowledged = line.length() - "took typed ".length();
        }
      }
      String kept = draft();
      assertTrue(text.startsWith(kept), kept);
      assertTrue(kept.length() >= acknowledged, acknowledged + " letters, kept " + kept);
      client = start();
      client.await("mode HOLDING");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Gate.Moment.class,
      names = {"BEFORE", "AFTER", "HALF"})
  void theRequesterIsKilledAtPay(Gate.Moment moment) {
    does("act ACCEPT", "act TYPE", "typed " + WORDS, "act SUBMIT", "confirm yes");
    String assignment = submitted();
    Child requester =
        new Child(ApproveMain.class, gate.address(), work.requesterToken(), assignment);
    gate.trap("POST /api/v1/submissions/[^/]+/approve", moment, requester::kill);
    gate.awaitKill();
    assertOneAnswerThenOnePayment();
  }

  private String submitted() {
    try (HubMarketplace market = new HubMarketplace(work.address(), worker.token());
        Journal journal = SqliteJournal.open(journalFile(), "kill").journal()) {
      assertEquals(List.of(), journal.waiting());
      assertEquals(List.of(), market.held());
      return Objects.requireNonNull(file.assignmentOf(worker.id()));
    }
  }

  private String draft() {
    try (Journal journal = SqliteJournal.open(journalFile(), "kill").journal()) {
      String content = journal.drafts().getFirst().content();
      return Objects.requireNonNull(
          Objects.requireNonNull(Json.MAPPER.readValue(content, AnswerJson.class).parts())
              .getFirst()
              .text());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private int draftLength() {
    try (Journal journal = SqliteJournal.open(journalFile(), "kill").journal()) {
      return journal.drafts().isEmpty() ? 0 : draft().length();
    }
  }

  private void assertOneAnswerThenOnePayment() {
    String assignment = submitted();
    file.assertOneAnswer(worker.id(), DAWN);
    work.desk().approve(assignment);
    file.assertOneAnswerAndOnePayment(worker.id(), DAWN, Work.REWARD);
    try (HubMarketplace market = new HubMarketplace(work.address(), worker.token())) {
      assertEquals(Assignment.State.APPROVED, market.assignment(assignment).state());
    }
  }
}
