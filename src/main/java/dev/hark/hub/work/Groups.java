package dev.hark.hub.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.commons.Requesters;
import dev.hark.hub.hourly.Earnings;
import dev.hark.hub.qualification.Admission;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.pay.PaceRange;
import dev.hark.task.TaskKind;
import dev.hark.wire.ExpectedTimesJson;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.TaskGroupJson;
import dev.hark.wire.WorkTimesJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Task groups as a worker sees them. Safe for use by several threads. */
public final class Groups {
  /** Up to this many open slots, those that are held are counted out. */
  private static final int COUNTED = 20;

  /** Groups that are looked at in one go, where many have nothing for a worker. */
  private static final int MOST_LOOKED = 1_000;

  private static final String UNANSWERED =
      """
      not exists (select 1 from assignment mine
        where mine.task_id = s.task_id and mine.worker_id = :worker and mine.submitted is not null)
      """;

  /**
   * Tasks that this worker can take. Of a group with few open slots, each is looked at; of one with
   * many, whether there is one, and then all count that are open and not answered by this worker,
   * also those that others hold just now. Each part looks up an index, so that neither a group's
   * size nor a worker's past matters.
   */
  private static final String AVAILABLE =
      """
      case
        when coalesce(w.tasks, 0) - coalesce(m.met + m.repeated, 0) >= g.tasks then 0
        when g.state <> 'PUBLISHED' or g.expires <= :now then 0
        when g.open_slots <= %d then
          (select count(distinct s.task_id) from slot s
            where s.group_id = g.id and s.done = 0 and s.held_until <= :now and %s)
        when exists (select 1 from slot s where s.group_id = g.id and s.done = 0
              and s.held_until = 0 and s.position >= coalesce(p.fresh_from, 0) and %s)
          or exists (select 1 from slot s where s.group_id = g.id and s.done = 0
              and s.held_until > coalesce(p.released_from, 0) and s.held_until <= :now and %s)
          then case
            when g.open_slots < g.tasks - coalesce(w.tasks, 0) + coalesce(m.met + m.repeated, 0)
              then g.open_slots
            else g.tasks - coalesce(w.tasks, 0) + coalesce(m.met + m.repeated, 0) end
        else 0
      end
      """
          .formatted(COUNTED, UNANSWERED, UNANSWERED, UNANSWERED);

  /**
   * Gold that a worker may still meet, without what they hold: counted among what is left, else a
   * task after which no fewer are left would be known for gold.
   */
  private static final String GOLD =
      """
      case when coalesce(q.gold_rate, 0) = 0 then 0
        else q.gold_tasks - coalesce(m.met, 0)
          - (select count(*) from assignment h where h.task_id = m.lent
              and h.worker_id = :worker and h.group_id = g.id and h.submitted is null
              and h.state = 'HELD' and h.deadline > :now)
      end
      """;

  private static final String SELECT_FROM =
      """
      select g.*, st.*, a.name as requester_name, %s as available, %s as gold,
        j.bonus_minor, j.heard_millis, j.pieces
      from %s g
        left join job j on j.group_id = g.id
        join standing st on st.requester_id = g.requester_id
        join account a on a.id = g.requester_id
        left join work_time w on w.group_id = g.id and w.worker_id = :worker
        left join progress p on p.group_id = g.id and p.worker_id = :worker
        left join group_quality q on q.group_id = g.id
        left join gold_meeting m on m.group_id = g.id and m.worker_id = :worker
      """
          .formatted(AVAILABLE, GOLD, "%s");

  private static final String SELECT = SELECT_FROM.formatted("task_group");

  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

  private static final double SECOND = 1000;

  private final Store store;
  private final Clock clock;
  private final Paces paces;

  public Groups(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.paces = new Paces(clock);
  }

  /**
   * Groups in which a worker can take a task now: by priority, then newest first.
   *
   * @param workerId who asks
   * @param kind only groups of this kind, where it is present
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<TaskGroupJson> open(
      String workerId, Optional<TaskKind> kind, Optional<String> cursor, int limit) {
    Cursor from =
        cursor.map(Cursor::parse).orElse(Cursor.of(Integer.MAX_VALUE, Long.MAX_VALUE, ""));
    return store.read(
        handle -> {
          Admission admission = Admission.of(handle, clock.instant(), workerId);
          List<Slice.Row<TaskGroupJson>> page = new ArrayList<>();
          Cursor at = from;
          int look = limit + 1;
          while (true) {
            List<Looked> looked = look(handle, admission, workerId, kind, at, look);
            looked.stream()
                .filter(Looked::available)
                .limit(limit + 1L - page.size())
                .map(Looked::row)
                .forEach(page::add);
            if (page.size() > limit || looked.size() < look) {
              return Slice.of(page, limit);
            }
            at = looked.getLast().row().at();
            look = Math.min(look * 2, MOST_LOOKED);
          }
        });
  }

  /** A group, and whether the worker can take a task of it. */
  private record Looked(Slice.Row<TaskGroupJson> row, boolean available) {}

  /**
   * The next open groups in order, a stated number at most. What a worker can take of each is asked
   * of these only: a database that plans both at once may ask it of the whole market.
   */
  private List<Looked> look(
      Handle handle,
      Admission admission,
      String workerId,
      Optional<TaskKind> kind,
      Cursor from,
      int most) {
    String open =
        """
        (select * from task_group g
          where g.open_slots > 0 and g.expires > :now and %s
            and (g.priority, g.published, g.id) < (:priority, :published, :id)
            and not exists (select 1 from assignment held
              where held.worker_id = :worker and held.group_id = g.id
                and held.submitted is null
                and held.state = 'HELD' and held.deadline > :now)
            %s
          order by g.priority desc, g.published desc, g.id desc limit :most)
        """
            .formatted(admission.listed("g"), kind.isPresent() ? "and g.kind = :kind" : "");
    Query query =
        handle
            .createQuery(
                SELECT_FROM.formatted(open)
                    + " order by g.priority desc, g.published desc, g.id desc")
            .bind("now", clock.millis())
            .bind("worker", workerId)
            .bind("priority", from.number(0))
            .bind("published", from.number(1))
            .bind("id", from.text(2))
            .bind("most", most);
    kind.ifPresent(some -> query.bind("kind", some.name()));
    Optional<PaceRange> pace = Optional.of(paces.now(handle));
    return query
        .map(
            (row, context) ->
                new Looked(
                    new Slice.Row<>(
                        of(row, admission, pace),
                        Cursor.of(
                            row.getInt("priority"), row.getLong("published"), row.getString("id"))),
                    row.getInt("available") > 0))
        .list();
  }

  /**
   * One group as it stands for a worker. A draft is there for its requester only, and one that was
   * deleted for whoever had a task of it.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is none, {@link
   *     Refusal#NOT_QUALIFIED} where the worker may not look at it
   */
  public TaskGroupJson group(String callerId, String id) {
    return store.read(
        handle -> {
          requireSeen(handle, callerId, id);
          Admission.of(handle, clock.instant(), callerId).requirePreview(id);
          return group(handle, clock.millis(), callerId, id, Optional.of(paces.now(handle)));
        });
  }

  private static void requireSeen(Handle handle, String callerId, String id) {
    boolean seen =
        handle
            .createQuery(
                """
                select 1 from task_group g
                where g.id = :id and (g.state = 'PUBLISHED' or g.requester_id = :caller
                  or (g.state = 'DELETED' and exists (select 1 from assignment a
                    where a.worker_id = :caller and a.group_id = g.id)))
                """)
            .bind("id", id)
            .bind("caller", callerId)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!seen) {
      throw new Fault.Refused(Refusal.NOT_FOUND, id);
    }
  }

  /**
   * @throws Fault.Refused with {@link Refusal#NOT_QUALIFIED} where a sound or picture is shown only
   *     to workers who qualify, and this one does not
   */
  public void requireMedium(String workerId, String mediumId) {
    var _ =
        store.read(
            handle -> {
              Admission.of(handle, clock.instant(), workerId).requireMedium(mediumId);
              return true;
            });
  }

  /** The same within a transaction, without times that are only expected. */
  static TaskGroupJson group(Handle handle, long now, String workerId, String id) {
    return group(handle, now, workerId, id, Optional.empty());
  }

  private static TaskGroupJson group(
      Handle handle, long now, String workerId, String id, Optional<PaceRange> pace) {
    Admission admission = Admission.of(handle, Instant.ofEpochMilli(now), workerId);
    return handle
        .createQuery(SELECT + " where g.id = :id")
        .bind("now", now)
        .bind("worker", workerId)
        .bind("id", id)
        .map((row, context) -> of(row, admission, pace))
        .findOne()
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  /** Length of a group's typical sound; null where there is none. */
  static @Nullable Double audioSeconds(ResultSet row) throws SQLException {
    double audio = row.getDouble("audio_seconds");
    return row.wasNull() ? null : audio;
  }

  private static TaskGroupJson of(ResultSet row, Admission admission, Optional<PaceRange> pace)
      throws SQLException {
    Admission.Told told = admission.told(row.getString("requirements"));
    Double audioSeconds = audioSeconds(row);
    String needs = row.getString("needs");
    return new TaskGroupJson(
        row.getString("id"),
        Requesters.of(row),
        row.getString("title"),
        row.getString("kind"),
        row.getString("language"),
        new MoneyJson(row.getLong("reward_minor"), row.getString("currency")),
        row.getLong("allowed_seconds"),
        available(row),
        needs.isEmpty() ? List.of() : List.of(needs.split(",")),
        audioSeconds,
        words(row.getString("keywords")),
        times(row),
        told.required(),
        told.qualified(),
        told.unmet(),
        bonus(row),
        expected(row, pace),
        Earnings.brief(row));
  }

  private static @Nullable MoneyJson bonus(ResultSet row) throws SQLException {
    long bonus = row.getLong("bonus_minor");
    return bonus == 0 ? null : new MoneyJson(bonus, row.getString("currency"));
  }

  /** Where nobody's times are known, those of the mean piece, else of the typical sound. */
  private static @Nullable ExpectedTimesJson expected(ResultSet row, Optional<PaceRange> pace)
      throws SQLException {
    if (pace.isEmpty()
        || row.getInt("timed_workers") > 0
        || !row.getString("kind").equals(TaskKind.TRANSCRIBE.name())) {
      return null;
    }
    long heard = row.getLong("heard_millis");
    Double typical = audioSeconds(row);
    if (heard == 0 && typical == null) {
      return null;
    }
    Duration sound =
        heard > 0
            ? Duration.ofMillis(heard).dividedBy(row.getInt("pieces"))
            : Duration.ofMillis(Math.round(SECOND * Objects.requireNonNull(typical)));
    return new ExpectedTimesJson(
        pace.get().lower(sound).toMillis() / SECOND, pace.get().upper(sound).toMillis() / SECOND);
  }

  private static int available(ResultSet row) throws SQLException {
    int places = row.getInt("available");
    return places <= 0 ? 0 : places + Math.max(row.getInt("gold"), 0);
  }

  static @Nullable WorkTimesJson times(ResultSet row) throws SQLException {
    int workers = row.getInt("timed_workers");
    return workers == 0
        ? null
        : new WorkTimesJson(
            row.getDouble("lower_seconds"), row.getDouble("upper_seconds"), workers);
  }

  private static List<String> words(String json) {
    try {
      return json.equals("[]") ? List.of() : Json.MAPPER.readValue(json, WORDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
