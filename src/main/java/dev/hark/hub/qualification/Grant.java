package dev.hark.hub.qualification;

import dev.hark.task.GrantState;
import dev.hark.wire.GrantJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How a qualification stands with a worker, as it is stored.
 *
 * @param value what the worker has; empty where nothing
 * @param words what the worker wrote
 * @param reason what the owner wrote
 * @param changed when it became so; while a test is open, when its time ends
 */
record Grant(
    String workerId,
    String qualificationId,
    GrantState state,
    OptionalLong value,
    String words,
    String reason,
    Instant changed) {
  /** How long after the end of its time a test is still taken. */
  static final Duration GRACE = Duration.ofSeconds(15);

  static final String COLUMNS =
      " w.worker_id, w.qualification_id, w.state, w.value, w.words, w.reason, w.changed ";

  static Grant of(ResultSet row) throws SQLException {
    long value = row.getLong("value");
    OptionalLong held = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    return new Grant(
        row.getString("worker_id"),
        row.getString("qualification_id"),
        GrantState.valueOf(row.getString("state")),
        held,
        row.getString("words"),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("changed")));
  }

  static Optional<Grant> find(Handle handle, String workerId, String qualificationId) {
    return handle
        .createQuery(
            "select"
                + COLUMNS
                + "from worker_qualification w"
                + " where w.worker_id = :worker and w.qualification_id = :kind")
        .bind("worker", workerId)
        .bind("kind", qualificationId)
        .map((row, context) -> of(row))
        .findOne();
  }

  /** A test that nobody handed in is a test that was not passed. */
  GrantState stateAt(Instant now) {
    return state == GrantState.TESTING && now.isAfter(changed.plus(GRACE))
        ? GrantState.FAILED
        : state;
  }

  GrantJson json(Kind kind, Instant now) {
    Instant again = kind.from(Optional.of(this), now).orElse(null);
    return new GrantJson(
        qualificationId,
        kind.name(),
        workerId,
        stateAt(now).name(),
        boxed(),
        words,
        reason,
        changed,
        again == null ? null : again.equals(Instant.EPOCH) ? now : again);
  }

  private @Nullable Long boxed() {
    return value.isPresent() ? value.getAsLong() : null;
  }

  /** Writes it in the place of what stood there. */
  static void put(Handle handle, Kind kind, Grant grant, Instant asked) {
    handle.execute(
        "insert into worker_qualification (worker_id, qualification_id, owner_id, state, value,"
            + " words, reason, asked, changed) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (worker_id, qualification_id) do update set state = excluded.state,"
            + " value = excluded.value, words = excluded.words, reason = excluded.reason,"
            + " asked = excluded.asked, changed = excluded.changed",
        grant.workerId(),
        grant.qualificationId(),
        kind.ownerId(),
        grant.state().name(),
        grant.boxed(),
        grant.words(),
        grant.reason(),
        asked.toEpochMilli(),
        grant.changed().toEpochMilli());
  }
}
