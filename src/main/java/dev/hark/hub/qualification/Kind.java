package dev.hark.hub.qualification;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.task.GrantState;
import dev.hark.task.GrantWay;
import dev.hark.wire.NewQualificationJson.StepJson;
import dev.hark.wire.QualificationJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A kind of qualification as it is stored, without its test's questions and key.
 *
 * @param retrySeconds after how long it may be asked for again; empty for never
 * @param passMark points that are needed; empty where values come in steps, or there is no test
 * @param steps values by points, the fewest points first
 */
record Kind(
    String id,
    String ownerId,
    String ownerName,
    boolean shared,
    String name,
    String description,
    GrantWay way,
    long least,
    long most,
    OptionalLong automaticValue,
    OptionalLong retrySeconds,
    OptionalLong passMark,
    List<StepJson> steps,
    int questions,
    long points,
    long testSeconds,
    boolean retired,
    Instant created) {

  static final String SELECT =
      """
      select q.id, q.owner_id, a.name as owner_name, q.shared, q.name, q.description, q.way, q.least,
        q.most, q.automatic_value, q.retry_seconds, q.pass_mark, q.steps, q.questions, q.points,
        q.test_seconds, q.retired, q.created
      from qualification q join account a on a.id = q.owner_id
      """;

  static Kind of(ResultSet row) throws SQLException {
    String steps = row.getString("steps");
    return new Kind(
        row.getString("id"),
        row.getString("owner_id"),
        row.getString("owner_name"),
        row.getInt("shared") == 1,
        row.getString("name"),
        row.getString("description"),
        GrantWay.valueOf(row.getString("way")),
        row.getLong("least"),
        row.getLong("most"),
        optional(row, "automatic_value"),
        optional(row, "retry_seconds"),
        optional(row, "pass_mark"),
        steps == null ? List.of() : Arrays.asList(StoredJson.read(steps, StepJson[].class)),
        row.getInt("questions"),
        row.getLong("points"),
        row.getLong("test_seconds"),
        row.getInt("retired") == 1,
        Instant.ofEpochMilli(row.getLong("created")));
  }

  static Optional<Kind> find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + " where q.id = :id")
        .bind("id", id)
        .map((row, context) -> of(row))
        .findOne();
  }

  /**
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is none
   */
  static Kind require(Handle handle, String id) {
    return find(handle, id).orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  /**
   * From when on a worker may ask for it, or take its test: the epoch where that is now, empty
   * where it is not up to them.
   */
  Optional<Instant> from(Optional<Grant> grant, Instant now) {
    if (retired || way == GrantWay.OWNER) {
      return Optional.empty();
    }
    if (grant.isEmpty()) {
      return Optional.of(Instant.EPOCH);
    }
    Grant had = grant.get();
    return switch (had.stateAt(now)) {
      case PENDING, REVOKED -> Optional.empty();
      case TESTING -> Optional.of(Instant.EPOCH);
      case GRANTED, DENIED, FAILED ->
          way == GrantWay.AUTOMATIC && had.stateAt(now) == GrantState.GRANTED
              ? Optional.empty()
              : retrySeconds.isPresent()
                  ? Optional.of(had.changed().plusSeconds(retrySeconds.getAsLong()))
                  : Optional.empty();
    };
  }

  /** The value that a number of points is worth; empty where the test is not passed. */
  OptionalLong worth(long earned) {
    if (passMark.isPresent()) {
      return earned >= passMark.getAsLong() ? OptionalLong.of(earned) : OptionalLong.empty();
    }
    return steps.stream()
        .filter(step -> step.points() <= earned)
        .mapToLong(StepJson::value)
        .reduce((first, second) -> second);
  }

  QualificationJson json(Optional<Grant> mine, Instant now) {
    return new QualificationJson(
        id,
        name,
        description,
        ownerId,
        ownerName,
        shared,
        way.name(),
        least,
        most,
        boxed(automaticValue),
        boxed(retrySeconds),
        retired ? "RETIRED" : "ACTIVE",
        created,
        way == GrantWay.TEST
            ? new QualificationJson.TestJson(questions, testSeconds, points, boxed(passMark))
            : null,
        mine.map(grant -> grant.json(this, now)).orElse(null));
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static OptionalLong optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
