package dev.hark.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.task.Money;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Json;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The journal in one SQLite file. Drafts, outbox and hidden requesters belong to one market each;
 * settings to the user.
 */
public final class SqliteJournal implements Journal {
  private static final String DRAFT =
      "SELECT task, task_group, assignment, title, content, saved, deadline FROM draft ";
  private static final String ENTRY =
      "SELECT idempotency_key, assignment, task, title, minor, currency, answer, queued, state,"
          + " refusal FROM outbox ";

  private final JournalDatabase database;
  private final String market;

  private SqliteJournal(JournalDatabase database, String market) {
    this.database = database;
    this.market = market;
  }

  /**
   * An open journal.
   *
   * @param journal for the caller to close
   * @param notice what the person must hear: a damaged journal was moved aside
   */
  public record Opened(Journal journal, Optional<Sentence> notice) {}

  /**
   * Opens the journal, and makes it where there is none. A damaged one is moved aside to a file
   * beside it, never deleted; what can be read of its drafts and unsent answers is taken over.
   *
   * @param file such as {@code journal.db} in the data folder
   * @param market what the market is known by on this machine; drafts and unsent answers of other
   *     markets in the same file stay apart
   * @throws Fault.Storage where the file cannot be written, or a newer Hark has written it
   */
  public static Opened open(Path file, String market) {
    JournalFile.Ready ready = new JournalFile(file).open();
    return new Opened(new SqliteJournal(ready.database(), market), ready.notice());
  }

  @Override
  public void saveDraft(Draft draft) {
    database.run(
        open ->
            open.update(
                "INSERT INTO draft (market, task, task_group, assignment, title, content, saved,"
                    + " deadline) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (market, task) DO"
                    + " UPDATE SET task_group = excluded.task_group, assignment ="
                    + " excluded.assignment, title = excluded.title, content = excluded.content,"
                    + " saved = excluded.saved, deadline = excluded.deadline",
                market,
                draft.taskId(),
                draft.groupId(),
                draft.assignmentId(),
                draft.title(),
                draft.content(),
                draft.saved().toEpochMilli(),
                draft.deadline().toEpochMilli()));
  }

  @Override
  public Optional<Draft> draft(String taskId) {
    return database.run(
        open ->
            open.first(
                DRAFT + "WHERE market = ? AND task = ?", SqliteJournal::draft, market, taskId));
  }

  @Override
  public List<Draft> drafts() {
    return database.run(
        open ->
            open.list(
                DRAFT + "WHERE market = ? ORDER BY saved DESC, rowid DESC",
                SqliteJournal::draft,
                market));
  }

  @Override
  public void dropDraft(String taskId) {
    database.run(
        open -> open.update("DELETE FROM draft WHERE market = ? AND task = ?", market, taskId));
  }

  @Override
  public OutboxEntry enqueue(Assignment assignment, Answer answer) {
    return database.together(
        open -> {
          Optional<OutboxEntry> there = entry(open, assignment.id());
          if (there.isPresent() && !mayReplace(there.get(), assignment, answer)) {
            return there.get();
          }
          open.update(
              "INSERT OR REPLACE INTO outbox (market, assignment, idempotency_key, task,"
                  + " task_group, title, minor, currency, answer, draft, deadline, queued, state)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT content FROM draft WHERE market"
                  + " = ? AND task = ?), ?, ?, 'WAITING')",
              market,
              assignment.id(),
              UUID.randomUUID().toString(),
              assignment.task().id(),
              assignment.group().id(),
              assignment.group().title(),
              assignment.group().reward().minor(),
              assignment.group().reward().currency().getCurrencyCode(),
              json(answer),
              market,
              assignment.task().id(),
              assignment.deadline().toEpochMilli(),
              Instant.now().toEpochMilli());
          open.update(
              "DELETE FROM draft WHERE market = ? AND task = ?", market, assignment.task().id());
          return entry(open, assignment.id()).orElseThrow();
        });
  }

  /** What was refused, and what the market has and asks to be done again. */
  private static boolean mayReplace(OutboxEntry there, Assignment assignment, Answer answer) {
    return switch (there.state()) {
      case REFUSED -> true;
      case CONFIRMED ->
          assignment.redo().filter(redo -> redo.former().equals(there.answer())).isPresent()
              && !answer.equals(there.answer());
      case WAITING -> false;
    };
  }

  @Override
  public List<OutboxEntry> waiting() {
    return database.run(
        open ->
            open.list(
                ENTRY + "WHERE market = ? AND state = 'WAITING' ORDER BY queued, rowid",
                SqliteJournal::entry,
                market));
  }

  @Override
  public Optional<OutboxEntry> outboxEntry(String assignmentId) {
    return database.run(open -> entry(open, assignmentId));
  }

  @Override
  public void confirm(String assignmentId) {
    database.run(
        open ->
            open.update(
                "UPDATE outbox SET state = 'CONFIRMED', draft = NULL, refusal = NULL WHERE market"
                    + " = ? AND assignment = ?",
                market,
                assignmentId));
  }

  /** {@inheritDoc} What was typed becomes a draft again, unless there is a newer one. */
  @Override
  public void refuse(String assignmentId, String refusalCode) {
    database.together(
        open -> {
          Optional<OutboxEntry> entry = entry(open, assignmentId);
          if (entry.isPresent() && entry.get().answer() instanceof Answer.Text words) {
            open.update(
                "UPDATE outbox SET draft = coalesce(draft, ?) WHERE market = ? AND assignment = ?",
                words.text(),
                market,
                assignmentId);
          }
          open.update(
              "INSERT OR IGNORE INTO draft (market, task, task_group, assignment, title, content,"
                  + " saved, deadline) SELECT market, task, task_group, assignment, title, draft,"
                  + " queued, deadline FROM outbox WHERE market = ? AND assignment = ? AND state ="
                  + " 'WAITING' AND draft IS NOT NULL",
              market,
              assignmentId);
          return open.update(
              "UPDATE outbox SET state = 'REFUSED', refusal = ? WHERE market = ? AND assignment ="
                  + " ? AND state = 'WAITING'",
              refusalCode,
              market,
              assignmentId);
        });
  }

  @Override
  public String acceptKey(String groupId) {
    return database.together(
        open -> {
          open.update(
              "INSERT OR IGNORE INTO accepting (market, task_group, idempotency_key) VALUES (?, ?,"
                  + " ?)",
              market,
              groupId,
              UUID.randomUUID().toString());
          return open.first(
                  "SELECT idempotency_key FROM accepting WHERE market = ? AND task_group = ?",
                  row -> row.getString(1),
                  market,
                  groupId)
              .orElseThrow();
        });
  }

  @Override
  public void acceptDone(String groupId) {
    database.run(
        open ->
            open.update(
                "DELETE FROM accepting WHERE market = ? AND task_group = ?", market, groupId));
  }

  @Override
  public Optional<String> setting(String name) {
    return database.run(
        open ->
            open.first(
                "SELECT content FROM setting WHERE name = ?", row -> row.getString(1), name));
  }

  @Override
  public void setting(String name, String value) {
    database.run(
        open ->
            open.update(
                "INSERT INTO setting (name, content) VALUES (?, ?) ON CONFLICT (name) DO UPDATE"
                    + " SET content = excluded.content",
                name,
                value));
  }

  @Override
  public List<String> hiddenRequesters() {
    return database.run(
        open ->
            open.list(
                "SELECT requester FROM hidden_requester WHERE market = ? ORDER BY rowid",
                row -> row.getString(1),
                market));
  }

  @Override
  public void hideRequester(String requesterId, String name) {
    database.run(
        open ->
            open.update(
                "INSERT OR IGNORE INTO hidden_requester (market, requester, name) VALUES (?, ?, ?)",
                market,
                requesterId,
                name));
  }

  @Override
  public void showRequester(String requesterId) {
    database.run(
        open ->
            open.update(
                "DELETE FROM hidden_requester WHERE market = ? AND requester = ?",
                market,
                requesterId));
  }

  @Override
  public WatchMemory watching() {
    return new JournalWatchMemory(database, market);
  }

  @Override
  public void close() {
    database.close();
  }

  private Optional<OutboxEntry> entry(JournalDatabase open, String assignmentId)
      throws SQLException {
    return open.first(
        ENTRY + "WHERE market = ? AND assignment = ?", SqliteJournal::entry, market, assignmentId);
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Instant.ofEpochMilli(row.getLong(6)),
        Instant.ofEpochMilli(row.getLong(7)));
  }

  private static OutboxEntry entry(ResultSet row) throws SQLException {
    return new OutboxEntry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Money.of(row.getLong(5), row.getString(6)),
        answer(row.getString(7)),
        Instant.ofEpochMilli(row.getLong(8)),
        OutboxEntry.State.valueOf(row.getString(9)),
        Optional.ofNullable(row.getString(10)));
  }

  private static String json(Answer answer) {
    try {
      return Json.MAPPER.writeValueAsString(AnswerJson.of(answer));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(String json) {
    try {
      return Json.MAPPER.readValue(json, AnswerJson.class).toAnswer();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
