package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.store.Database;
import dev.hark.wire.PostedGroupJson;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two transactions about one group, step by step: a third one holds a row that both need. */
class GroupRaceTest {
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private String group = "";
  private Connection other;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void start() throws SQLException {
    hub = new TestHub(TestDatabase.POSTGRES, data);
    requester = hub.requester();
    Database.Postgres database = (Database.Postgres) TestDatabase.POSTGRES.in(data);
    other = DriverManager.getConnection(database.url());
    other.setAutoCommit(false);
  }

  @AfterEach
  void stop() throws SQLException {
    other.close();
    threads.shutdownNow();
    hub.close();
  }

  private void run(String statement) throws SQLException {
    try (Statement one = other.createStatement()) {
      one.execute(statement);
    }
  }

  private long waiting() {
    return new Tables(hub.hub.services().store())
        .number(
            "select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'");
  }

  /** Begins a call, and returns once it can go no further. */
  private Future<Caller.Answered> begun(Callable<Caller.Answered> call) {
    long before = waiting();
    Future<Caller.Answered> answer = threads.submit(call);
    assertTrue(Patience.until(() -> waiting() > before || answer.isDone()));
    return answer;
  }

  private static void succeeds(Future<Caller.Answered> answer) throws Exception {
    assertEquals(200, answer.get(30, TimeUnit.SECONDS).status());
  }

  private String answered() {
    group = hub.publish(requester, TestHub.group(1, false, null));
    Caller worker = hub.worker();
    String id = hub.accept(worker, group, "k").id();
    hub.submit(worker, id, "words");
    return id;
  }

  private void nothingStaysSetAside() {
    for (int time = 0; time < 3; time++) {
      hub.clock.forward(Duration.ofDays(10));
      requester.get("/posted");
      requester.get("/funds");
    }
    assertEquals(0, hub.hub.services().ledger().balance(Book.escrow(group), "EUR"));
  }

  @Test
  @Requirement("TASK-6")
  void aGroupExtendedWhileItIsClosedIsOpen() throws Exception {
    group = requester.post("/task-groups", Drafted.lasting(2, 3600)).json().get("id").asText();
    hub.clock.forward(Duration.ofHours(2));
    run("select 1 from slot where group_id = '" + group + "' for update");
    Future<Caller.Answered> closing = begun(() -> requester.get("/posted"));
    Instant end = hub.clock.instant().plus(Duration.ofHours(1));
    Future<Caller.Answered> extending =
        begun(() -> requester.post("/posted/" + group + "/extend", "k", Map.of("expires", end)));
    other.rollback();
    succeeds(closing);
    succeeds(extending);
    PostedGroupJson open = requester.get("/posted/" + group).as(PostedGroupJson.class);
    assertEquals(2, open.answers().open());
    hub.accept(hub.worker(), group, "k");
  }

  @Test
  @Requirement("TASK-7")
  void whatARejectionOpensBeforeTheEndIsWithdrawn() throws Exception {
    String answer = answered();
    run("select 1 from task_group where id = '" + group + "' for no key update");
    Future<Caller.Answered> rejecting =
        begun(() -> requester.post("/submissions/" + answer + "/reject", TestHub.rejection("No.")));
    Future<Caller.Answered> ending = begun(() -> requester.post("/posted/" + group + "/expire"));
    other.rollback();
    succeeds(rejecting);
    succeeds(ending);
    nothingStaysSetAside();
  }

  @Test
  @Requirement("TASK-7")
  void soIsWhatItOpensAfterIt() throws Exception {
    String answer = answered();
    run("select 1 from task_group where id = '" + group + "' for no key update");
    Future<Caller.Answered> rejecting =
        begun(() -> requester.post("/submissions/" + answer + "/reject", TestHub.rejection("No.")));
    // All that ending a group does to one in which nothing is open.
    run(
        "update task_group set close_due = null, expires = "
            + hub.clock.millis()
            + " where id = '"
            + group
            + "'");
    other.commit();
    succeeds(rejecting);
    nothingStaysSetAside();
  }
}
