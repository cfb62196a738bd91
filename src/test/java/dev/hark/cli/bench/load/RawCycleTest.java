package dev.hark.cli.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.hub.MeasuredHub;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark sets against the hub does the same as the hub. */
@Requirement("PRF-2")
class RawCycleTest {
  private static final int CYCLES = 5;

  @TempDir Path folder;

  @Test
  void aCyclePlayedWithoutTheHubStoresWhatTheHubStores() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("market.db");
    Tape tape = new Tape();
    Scripts scripts;
    Person raw;
    try (MeasuredHub hub = MeasuredHub.start(folder, url, tape::listen)) {
      hub.add(3, 10);
      scripts = Scripts.record(hub.uri(), tape, person(hub));
      raw = person(hub);
    }
    assertTrue(scripts.accept().statements() > 3 && scripts.submit().statements() > 3);
    long before = count(url, "");
    try (RawConnections connections =
            new RawConnections(1, 1, writing -> DriverManager.getConnection(url));
        RawCycle cycle = new RawCycle(scripts, connections, raw, 7)) {
      for (int i = 0; i < CYCLES; i++) {
        cycle.run();
      }
    }
    assertEquals(before + CYCLES, count(url, ""));
    assertEquals(
        CYCLES,
        count(
            url,
            " and worker_id = '"
                + raw.id()
                + "' and task_id in (select task_id from slot where done = 1)"));
    try (MeasuredHub hub = MeasuredHub.start(folder, url, (source, writing) -> source);
        HttpCycle cycle = new HttpCycle(hub.uri(), raw.token(), 1)) {
      cycle.run();
    }
    assertEquals(before + CYCLES + 1, count(url, ""));
  }

  private static Person person(MeasuredHub hub) {
    MeasuredHub.Worker worker = hub.workers(1).getFirst();
    return new Person(worker.id(), worker.token());
  }

  private static long count(String url, String where) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from assignment where state = 'SUBMITTED'" + where)) {
      return rows.getLong(1);
    }
  }
}
