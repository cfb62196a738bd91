package dev.hark.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The part of a journal's file that watching writes. */
final class JournalWatchMemory implements WatchMemory {
  private final JournalDatabase database;
  private final String market;

  JournalWatchMemory(JournalDatabase database, String market) {
    this.database = database;
    this.market = market;
  }

  @Override
  public Optional<Mention> mention(String groupId) {
    return database.run(
        open ->
            open.first(
                "SELECT at, kept_back FROM told WHERE market = ? AND task_group = ?",
                row -> new Mention(Instant.ofEpochMilli(row.getLong(1)), row.getInt(2) == 1),
                market,
                groupId));
  }

  @Override
  public void told(String groupId, Instant at) {
    mention(groupId, at, 0);
  }

  @Override
  public void keepBack(String groupId, Instant at) {
    mention(groupId, at, 1);
  }

  private void mention(String groupId, Instant at, int keptBack) {
    database.run(
        open ->
            open.update(
                "INSERT INTO told (market, task_group, at, kept_back) VALUES (?, ?, ?, ?) ON"
                    + " CONFLICT (market, task_group) DO UPDATE SET at = excluded.at, kept_back ="
                    + " excluded.kept_back",
                market,
                groupId,
                at.toEpochMilli(),
                keptBack));
  }

  @Override
  public List<String> keptBack() {
    return database.run(
        open ->
            open.list(
                "SELECT task_group FROM told WHERE market = ? AND kept_back = 1 ORDER BY at, rowid",
                row -> row.getString(1),
                market));
  }

  @Override
  public void forgetBefore(Instant time) {
    database.together(
        open ->
            open.update("DELETE FROM told WHERE market = ? AND at < ?", market, time.toEpochMilli())
                + open.update(
                    "DELETE FROM caught WHERE market = ? AND at < ?", market, time.toEpochMilli()));
  }

  @Override
  public String catchKey(String groupId) {
    return database.together(
        open -> {
          open.update(
              "INSERT OR IGNORE INTO catching (market, task_group, idempotency_key) VALUES (?, ?,"
                  + " ?)",
              market,
              groupId,
              UUID.randomUUID().toString());
          return open.first(
                  "SELECT idempotency_key FROM catching WHERE market = ? AND task_group = ?",
                  row -> row.getString(1),
                  market,
                  groupId)
              .orElseThrow();
        });
  }

  @Override
  public void catchDone(String groupId) {
    database.run(
        open ->
            open.update(
                "DELETE FROM catching WHERE market = ? AND task_group = ?", market, groupId));
  }

  @Override
  public List<String> openCatches() {
    return database.run(
        open ->
            open.list(
                "SELECT task_group FROM catching WHERE market = ? ORDER BY rowid",
                row -> row.getString(1),
                market));
  }

  @Override
  public boolean caught(String assignmentId, String groupId, Instant at) {
    return database.run(
            open ->
                open.update(
                    "INSERT OR IGNORE INTO caught (market, assignment, task_group, at) VALUES (?,"
                        + " ?, ?, ?)",
                    market,
                    assignmentId,
                    groupId,
                    at.toEpochMilli()))
        == 1;
  }

  @Override
  public Set<String> caughtGroupsSince(Instant time) {
    return Set.copyOf(
        database.run(
            open ->
                open.list(
                    "SELECT DISTINCT task_group FROM caught WHERE market = ? AND at >= ?",
                    row -> row.getString(1),
                    market,
                    time.toEpochMilli())));
  }

  @Override
  public int caughtSince(Instant time) {
    return database.run(
        open ->
            open.first(
                    "SELECT count(*) FROM caught WHERE market = ? AND at >= ?",
                    row -> row.getInt(1),
                    market,
                    time.toEpochMilli())
                .orElse(0));
  }
}
