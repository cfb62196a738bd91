package dev.hark.hub.commons;

import dev.hark.hub.store.Store;
import dev.hark.review.Attribute;
import dev.hark.review.Report;
import dev.hark.review.Review;
import dev.hark.review.Voice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ratings of requesters and groups true to the visible reviews: what a person says is one
 * voice for each of the two, stored as it was counted, so that it can be taken back exactly.
 */
final class Voices {
  private static final String COLUMNS = columns();

  private static final String STORE =
      "insert into voice (subject_id, person_id, requester_id, "
          + COLUMNS
          + ") values (:subject, :person, :requester, "
          + COLUMNS.replaceAll("(\\w+)", ":$1")
          + ") on conflict (subject_id, person_id) do update set "
          + COLUMNS.replaceAll("(\\w+)", "$1 = excluded.$1");

  private Voices() {}

  /** A voice and as what it counts; see {@link People}. */
  record Weighed(Voice voice, int weight) {}

  /** Keeps all others from changing this requester's ratings until the transaction ends. */
  static void lock(Handle handle, String requesterId) {
    Store.lock(handle, "reviews:" + requesterId);
  }

  /**
   * A person's reviews of a requester changed, or how they count. To be called under {@link #lock}.
   *
   * @param groupId the only group of which a review changed; empty for any
   */
  static void refresh(
      Handle handle, String personId, String requesterId, Optional<String> groupId) {
    List<String> accounts = People.accounts(handle, personId);
    List<Review> reviews = new ArrayList<>();
    if (!personId.equals(requesterId)) {
      accounts.forEach(account -> reviews.addAll(ReviewRows.visible(handle, account, requesterId)));
    }
    int weight = reviews.isEmpty() ? 0 : People.weight(handle, accounts, requesterId);
    Map<String, List<Review>> bySubject =
        reviews.stream()
            .collect(Collectors.groupingBy(Review::groupId, HashMap::new, Collectors.toList()));
    Set<String> subjects = new HashSet<>();
    if (groupId.isPresent()) {
      subjects.add(groupId.get());
    } else {
      subjects.addAll(bySubject.keySet());
      subjects.addAll(counted(handle, personId, requesterId));
    }
    subjects.add(requesterId);
    bySubject.put(requesterId, reviews);
    for (String subject : subjects.stream().sorted().toList()) {
      List<Review> here = bySubject.getOrDefault(subject, List.of());
      replace(
          handle,
          subject,
          personId,
          requesterId,
          here.isEmpty() ? null : new Weighed(Voice.of(here), weight));
    }
    Ratings.tell(handle, requesterId);
  }

  /** A person says nothing of a requester any more. To be called under {@link #lock}. */
  static void withdraw(Handle handle, String personId, String requesterId) {
    for (String subject : counted(handle, personId, requesterId)) {
      replace(handle, subject, personId, requesterId, null);
    }
    Ratings.tell(handle, requesterId);
  }

  private static List<String> counted(Handle handle, String personId, String requesterId) {
    return handle
        .createQuery(
            "select subject_id from voice where person_id = :person and requester_id = :requester"
                + " order by subject_id")
        .bind("person", personId)
        .bind("requester", requesterId)
        .mapTo(String.class)
        .list();
  }

  private static void replace(
      Handle handle, String subject, String person, String requesterId, @Nullable Weighed now) {
    Optional<Weighed> before =
        handle
            .createQuery("select * from voice where subject_id = :subject and person_id = :person")
            .bind("subject", subject)
            .bind("person", person)
            .map((row, context) -> of(row))
            .findOne();
    Optional<Weighed> after = Optional.ofNullable(now);
    if (before.equals(after)) {
      return;
    }
    if (now == null) {
      handle.execute("delete from voice where subject_id = ? and person_id = ?", subject, person);
    } else {
      store(handle, subject, person, requesterId, now);
    }
    Ratings.change(handle, subject, before, after);
  }

  private static void store(
      Handle handle, String subject, String person, String requesterId, Weighed now) {
    Update update =
        handle
            .createUpdate(STORE)
            .bind("subject", subject)
            .bind("person", person)
            .bind("requester", requesterId)
            .bind("weight", now.weight())
            .bind("written", now.voice().written().toEpochMilli());
    for (Attribute attribute : Attribute.values()) {
      Optional<Voice.Mark> mark = Optional.ofNullable(now.voice().marks().get(attribute));
      update.bind(Tallies.column(attribute), mark.map(Voice.Mark::value).orElse(null));
      update.bind(
          Tallies.column(attribute) + "_at",
          mark.map(some -> some.given().toEpochMilli()).orElse(null));
    }
    for (Report report : Report.values()) {
      update.bind(
          column(report) + "_at",
          Optional.ofNullable(now.voice().reports().get(report))
              .map(Instant::toEpochMilli)
              .orElse(null));
    }
    update.execute();
  }

  private static Weighed of(ResultSet row) throws SQLException {
    Map<Attribute, Voice.Mark> marks = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      int mark = row.getInt(Tallies.column(attribute));
      if (!row.wasNull()) {
        marks.put(
            attribute,
            new Voice.Mark(
                mark, Instant.ofEpochMilli(row.getLong(Tallies.column(attribute) + "_at"))));
      }
    }
    Map<Report, Instant> reports = new EnumMap<>(Report.class);
    for (Report report : Report.values()) {
      long at = row.getLong(column(report) + "_at");
      if (!row.wasNull()) {
        reports.put(report, Instant.ofEpochMilli(at));
      }
    }
    return new Weighed(
        new Voice(marks, reports, Instant.ofEpochMilli(row.getLong("written"))),
        row.getInt("weight"));
  }

  static String column(Report report) {
    return report.name().toLowerCase(Locale.ROOT);
  }

  private static String columns() {
    List<String> names = new ArrayList<>(List.of("weight", "written"));
    for (Attribute attribute : Attribute.values()) {
      names.add(Tallies.column(attribute));
      names.add(Tallies.column(attribute) + "_at");
    }
    for (Report report : Report.values()) {
      names.add(column(report) + "_at");
    }
    return String.join(", ", names);
  }
}
