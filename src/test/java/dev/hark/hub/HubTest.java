package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.TestJvm;
import dev.hark.fault.Fault;
import dev.hark.hub.store.Sha256;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.HealthJson;
import dev.hark.wire.NewAccountJson;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTest {
  @TempDir Path data;

  @Test
  @Requirement("HUB-1")
  void aHubSaysHowItIsAndListensOnTheLoopback() {
    try (TestHub hub = new TestHub(data)) {
      assertEquals("127.0.0.1", hub.hub.uri().getHost());
      HealthJson health = hub.anybody().get("/health").as(HealthJson.class);
      assertEquals("ok", health.status());
      assertEquals("Test market", health.market());
      assertTrue(health.demo());
    }
  }

  @Test
  @Requirement("HUB-1")
  void anyOtherAddressIsRefusedInOneSentence() {
    for (String host : new String[] {"0.0.0.0", "192.0.2.1", "::", "no such host", ""}) {
      HubConfig config = HubConfig.embedded(data, "Test", false).withHost(host);
      Fault.Usage refused = assertThrows(Fault.Usage.class, () -> Hub.start(config).close());
      for (Locale language : new Locale[] {Locale.ENGLISH, Locale.of("nl")}) {
        assertTrue(Wording.of(language).say(refused.sentence()).contains("127.0.0.1"));
      }
    }
  }

  @Test
  @Requirement("HUB-1")
  void aPortThatIsTakenIsNamed() {
    try (TestHub first = new TestHub(data.resolve("a"))) {
      int port = first.hub.uri().getPort();
      HubConfig config = HubConfig.embedded(data.resolve("b"), "Test", false).withPort(port);
      Fault.Usage refused = assertThrows(Fault.Usage.class, () -> Hub.start(config).close());
      assertTrue(Wording.of(Locale.ENGLISH).say(refused.sentence()).contains("" + port));
    }
  }

  @Test
  @Requirement("HUB-2")
  void onlyTheOwnerCanReadTheFolderAndTheOperatorsToken() throws IOException {
    Path folder = data.resolve("hub");
    try (TestHub hub = new TestHub(folder)) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(folder.resolve("operator.token"))));
      assertEquals(200, hub.operator().get("/submissions").status());
    }
  }

  @Test
  @Requirement("HUB-2")
  void theOperatorsTokenStaysAndIsMadeAnewWhereItIsLost() throws IOException {
    Path file = data.resolve("operator.token");
    new TestHub(data).close();
    String first = Files.readString(file);
    new TestHub(data).close();
    assertEquals(first, Files.readString(file));
    Files.delete(file);
    try (TestHub hub = new TestHub(data)) {
      assertNotEquals(first, Files.readString(file));
      assertEquals(200, hub.operator().get("/submissions").status());
    }
  }

  @Test
  @Requirement("HUB-3")
  void everythingIsThereAgainAfterARestart() {
    TestClock clock = new TestClock();
    Caller before;
    String group;
    AssignmentJson held;
    try (TestHub hub = new TestHub(data, clock)) {
      before = hub.worker();
      group = hub.publish(hub.requester(), TestHub.group(1, true, null));
      held = hub.accept(before, group, "a");
    }
    try (TestHub hub = new TestHub(data, clock)) {
      Caller after = new Caller(hub.hub.uri(), before.id(), before.token());
      assertEquals(held, hub.accept(after, group, "a"));
    }
  }

  @Test
  @Requirement("HUB-3")
  void aNewerDatabaseIsRefusedAndLeftAsItIs() throws Exception {
    new TestHub(data).close();
    sql(
        "insert into flyway_schema_history values"
            + " (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, 'x', current_timestamp, 1, 1)");
    Fault.Storage refused = assertThrows(Fault.Storage.class, () -> new TestHub(data).close());
    assertTrue(Wording.of(Locale.ENGLISH).say(refused.sentence()).contains("newer Hark"));
    assertTrue(Wording.of(Locale.of("nl")).say(refused.sentence()).contains("nieuwere Hark"));
  }

  @Test
  @Requirement("HUB-3")
  void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
    Path file = data.resolve("hub.db");
    Files.writeString(file, "This is a shopping list. ".repeat(100));
    byte[] before = Files.readAllBytes(file);
    assertThrows(Fault.Storage.class, () -> new TestHub(data).close());
    assertEquals(Sha256.of(before), Sha256.of(Files.readAllBytes(file)));
  }

  @Test
  @Requirement({"HUB-5", "HUB-6"})
  void aFailureIsToldPlainlyAndLoggedWithoutAnswers() throws Exception {
    try (TestHub hub = new TestHub(data)) {
      Caller worker = hub.worker();
      String group = hub.publish(hub.requester(), TestHub.group(1, true, null));
      String id = hub.accept(worker, group, "a").id();
      sql(
          "create trigger full before update on assignment"
              + " begin select raise(abort, 'database or disk is full'); end");
      var refused =
          worker.post("/assignments/" + id + "/answer", "k", TestHub.text("very private words"));
      assertEquals(500, refused.status());
      assertEquals("hub-failed", refused.refusal());
      assertFalse(refused.text().contains("disk is full") || refused.text().contains("SQL"));

      sql("drop trigger full");
      assertEquals("SUBMITTED", hub.submit(worker, id, "very private words").state());
      String log = Files.readString(data.resolve("hub.log"));
      assertTrue(log.contains("/assignments/{id}/answer") && log.contains("disk is full"), log);
      assertFalse(log.contains("private") || log.contains(worker.token()) || log.contains(id), log);
    }
  }

  @Test
  @Requirement("HUB-5")
  void aHubSaysNothingOnTheTerminal() throws Exception {
    List<String> command = TestJvm.command(StartAndStop.class);
    command.add(data.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals("", said);
    assertEquals(0, process.exitValue());
  }

  @Test
  @Requirement("HUB-7")
  void aTokenIsShownOnceAndKeptAsAHashAndCanBeMadeWorthless() throws Exception {
    try (TestHub hub = new TestHub(data)) {
      Caller worker = hub.worker();
      assertTrue(worker.token().length() >= 43, "256 bits");
      for (String name : new String[] {"hub.db", "hub.db-wal"}) {
        String bytes = Files.readString(data.resolve(name), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(worker.token()), name);
      }
      assertEquals(200, worker.get("/task-groups").status());
      assertEquals(204, worker.delete("/token").status());
      assertEquals("unauthenticated", worker.get("/task-groups").refusal());
    }
  }

  @Test
  @Requirement("HUB-8")
  void aTokenDoesWhatItsRoleMayAndNothingElse() {
    try (TestHub hub = new TestHub(data)) {
      Caller worker = hub.worker();
      Caller requester = hub.requester();
      String group = hub.publish(requester, TestHub.group(1, true, null));
      assertEquals(
          "forbidden", worker.post("/task-groups", TestHub.group(1, true, null)).refusal());
      assertEquals("forbidden", worker.get("/submissions").refusal());
      assertEquals(
          "forbidden", requester.postKey("/task-groups/" + group + "/assignments", "a").refusal());
      assertEquals("forbidden", requester.get("/earnings").refusal());
      for (String path :
          new String[] {"/task-groups", "/task-groups/" + group, "/requesters/" + requester.id()}) {
        assertEquals("unauthenticated", hub.anybody().get(path).refusal());
        assertEquals("unauthenticated", new Caller(hub.hub.uri(), "", "guess").get(path).refusal());
      }
      assertEquals(
          "invalid",
          hub.anybody().post("/accounts", new NewAccountJson("OPERATOR", "me")).refusal());
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hub.db"));
        Statement one = connection.createStatement()) {
      one.execute("pragma busy_timeout = 5000");
      one.execute(statement);
    }
  }
}
