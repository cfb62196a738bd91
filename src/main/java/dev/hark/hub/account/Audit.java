package dev.hark.hub.account;

import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.wire.AuditEntryJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Who did what, when, to what: an entry for each change that a requester, a moderator or an
 * operator makes, and for what touches the safety of accounts. Ids only: no name, no answer, no
 * address. Entries are added and never changed. Safe for use by several threads.
 */
public final class Audit {
  /** Who did it, where nobody is known to have. */
  public static final String NOBODY = "nobody";

  /** Enough letters for the times of the next thousand years. */
  private static final int TIME_LETTERS = 9;

  private final Store store;

  public Audit(Store store) {
    this.store = store;
  }

  /**
   * Notes a deed within the transaction that does it.
   *
   * @param actor the account's id
   * @param subject id of what it was done to
   */
  public static void note(Handle handle, Instant now, String actor, Deed deed, String subject) {
    note(handle, now, actor, deed, subject, 1);
  }

  /**
   * The same for something that was counted.
   *
   * @param times how often
   */
  public static void note(
      Handle handle, Instant now, String actor, Deed deed, String subject, long times) {
    handle.execute(
        "insert into audit (id, noted, actor, deed, subject, times) values (?, ?, ?, ?, ?, ?)",
        time(now) + Ids.next(),
        now.toEpochMilli(),
        actor,
        deed.code(),
        subject,
        times);
  }

  /** A text that is ordered as times are. */
  private static String time(Instant at) {
    String digits = Long.toString(Math.max(0, at.toEpochMilli()), 36);
    return "0".repeat(Math.max(0, TIME_LETTERS - digits.length())) + digits;
  }

  /**
   * Which entries to tell; what is empty does not narrow.
   *
   * @param from the first moment
   * @param until the first moment that is too late
   */
  public record Wanted(
      Optional<String> actor,
      Optional<String> deed,
      Optional<String> subject,
      Optional<Instant> from,
      Optional<Instant> until) {}

  /**
   * Entries, the newest first.
   *
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<AuditEntryJson> entries(Wanted wanted, Optional<String> cursor, int limit) {
    List<String> conditions = new ArrayList<>();
    wanted.actor().ifPresent(any -> conditions.add("actor = :actor"));
    wanted.deed().ifPresent(any -> conditions.add("deed = :deed"));
    wanted.subject().ifPresent(any -> conditions.add("subject = :subject"));
    wanted.from().ifPresent(any -> conditions.add("id >= :from"));
    wanted.until().ifPresent(any -> conditions.add("id < :until"));
    cursor.ifPresent(any -> conditions.add("id < :cursor"));
    return store.read(
        handle -> {
          Query query =
              handle
                  .createQuery(
                      "select id, noted, actor, deed, subject, times from audit"
                          + (conditions.isEmpty() ? "" : " where ")
                          + String.join(" and ", conditions)
                          + " order by id desc limit :limit")
                  .bind("limit", limit + 1);
          wanted.actor().ifPresent(actor -> query.bind("actor", actor));
          wanted.deed().ifPresent(deed -> query.bind("deed", deed));
          wanted.subject().ifPresent(subject -> query.bind("subject", subject));
          wanted.from().ifPresent(from -> query.bind("from", time(from)));
          wanted.until().ifPresent(until -> query.bind("until", time(until)));
          cursor.ifPresent(from -> query.bind("cursor", Cursor.parse(from).text(0)));
          return Slice.of(
              query
                  .map(
                      (row, context) ->
                          new Slice.Row<>(
                              new AuditEntryJson(
                                  row.getString("id"),
                                  Instant.ofEpochMilli(row.getLong("noted")),
                                  row.getString("actor"),
                                  row.getString("deed"),
                                  row.getString("subject"),
                                  row.getLong("times")),
                              Cursor.of(row.getString("id"))))
                  .list(),
              limit);
        });
  }
}
