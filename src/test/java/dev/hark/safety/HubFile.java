package dev.hark.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.task.Answer;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What really stands in a hub's database. */
final class HubFile {
  private final String url;

  HubFile(Path dataDirectory) {
    this.url = "jdbc:sqlite:" + dataDirectory.resolve("hub.db");
  }

  /** One task taken, one answer to it, nothing paid. */
  void assertOneAnswer(String worker, Answer answer) {
    assertEquals(1, number("select count(*) from assignment where worker_id = ?", worker));
    assertEquals(
        1,
        number(
            "select count(*) from assignment where worker_id = ? and submitted is not null",
            worker));
    String kept = text("select answer from assignment where worker_id = ?", worker);
    try {
      assertEquals(answer, Json.MAPPER.readValue(kept, AnswerJson.class).toAnswer());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The same, and paid once: one transfer, this amount, and all books add up to nothing. */
  void assertOneAnswerAndOnePayment(String worker, Answer answer, long minor) {
    assertOneAnswer(worker, answer);
    assertEquals(
        1,
        number(
            "select count(*) from assignment where worker_id = ? and state = 'APPROVED'", worker));
    assertEquals(
        1,
        number(
            "select count(*) from transfer where transfer_key in"
                + " (select 'reward:' || id from assignment where worker_id = ?)",
            worker));
    assertEquals(
        minor,
        number("select coalesce(sum(minor), 0) from entry where book like '%' || ?", worker));
    assertBalanced();
  }

  String assignmentOf(String worker) {
    return text("select id from assignment where worker_id = ?", worker);
  }

  /** The one worker who ever signed up. */
  String onlyWorker() {
    assertEquals(1, number("select count(*) from account where role = 'WORKER'"));
    return text("select id from account where role = 'WORKER'");
  }

  void assertTaken(String worker, int tasks) {
    assertEquals(tasks, number("select count(*) from assignment where worker_id = ?", worker));
  }

  void assertBalanced() {
    assertEquals(
        0,
        number(
            "select count(*) from (select transfer_key from entry group by transfer_key, currency"
                + " having sum(minor) <> 0 or count(*) <> 2)"));
    assertEquals("ok", text("pragma integrity_check"));
  }

  private long number(String sql, String... args) {
    return Long.parseLong(text(sql, args));
  }

  private String text(String sql, String... args) {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < args.length; i++) {
        statement.setString(i + 1, args[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
