package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.commons.Ratings;
import dev.hark.review.Attribute;
import dev.hark.review.Faded;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import dev.hark.review.Tally;
import dev.hark.review.Voice;
import dev.hark.wire.ReviewJson;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The figures that follow each review, held against counting everything anew. */
@OnEachDatabase
class RatingOracleTest {
  private static final int STEPS = 80;

  @Parameter TestDatabase database;
  @TempDir Path data;

  @Test
  @Requirement({"RAT-10", "RAT-11", "RAT-2"})
  void whateverHappensTheFiguresAreThoseOfCountingAnew() {
    try (TestHub hub = new TestHub(database, data)) {
      Random random = new Random(20261123);
      List<Caller> requesters = List.of(hub.requester(), hub.requester());
      List<String> groups = new ArrayList<>();
      for (Caller requester : requesters) {
        groups.add(hub.publish(requester, TestHub.group(20, false, null)));
        groups.add(hub.publish(requester, TestHub.group(20, false, null)));
      }
      List<Caller> workers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        workers.add(hub.worker());
        for (String group : groups) {
          String id = hub.accept(workers.getLast(), group, "first-" + group).id();
          workers.getLast().post("/assignments/" + id + "/return");
        }
      }
      List<String> reviews = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        Caller worker = workers.get(random.nextInt(workers.size()));
        String group = groups.get(random.nextInt(groups.size()));
        act(hub, random, worker, group, workers, reviews, step);
        hub.clock.forward(Duration.ofHours(random.nextInt(60)));
        if (step % 20 == 19) {
          hold(hub, requesters, groups);
        }
      }
      Map<String, Ratings.Known> before = new HashMap<>();
      requesters.forEach(one -> before.put(one.id(), hub.hub.services().ratings().of(one.id())));
      wipe(hub);
      hub.hub.services().ratings().catchUp();
      hold(hub, requesters, groups);
      before.forEach(
          (id, known) ->
              assertEquals(
                  known.all(), hub.hub.services().ratings().of(id).all(), "after a recount"));
    }
  }

  private static void act(
      TestHub hub,
      Random random,
      Caller worker,
      String group,
      List<Caller> workers,
      List<String> reviews,
      int step) {
    switch (random.nextInt(10)) {
      case 0, 1 -> {
        String id = hub.accept(worker, group, "k" + step).id();
        hub.submit(worker, id, "words");
        hub.operator().post("/submissions/" + id + "/approve");
      }
      case 2 -> {
        if (!reviews.isEmpty()) {
          String id = reviews.get(random.nextInt(reviews.size()));
          hub.operator().post("/reviews/" + id + "/flag", Map.of("reason", "x"));
          hub.worker().post("/reviews/" + id + "/flag", Map.of("reason", "x"));
        }
      }
      case 3 -> {
        if (!reviews.isEmpty()) {
          hub.operator().post("/reviews/" + reviews.get(random.nextInt(reviews.size())) + "/show");
        }
      }
      case 4 -> {
        String same = "/accounts/" + worker.id() + "/same-person";
        if (random.nextBoolean()) {
          hub.operator()
              .put(same, Map.of("account", workers.get(random.nextInt(workers.size())).id()));
        } else {
          hub.operator().delete(same);
        }
      }
      default -> {
        Map<String, Integer> marks = new HashMap<>();
        for (Attribute attribute : Attribute.values()) {
          if (random.nextBoolean()) {
            marks.put(attribute.name(), 1 + random.nextInt(5));
          }
        }
        ReviewJson made =
            worker
                .put(
                    "/task-groups/" + group + "/review",
                    Map.of(
                        "marks",
                        marks,
                        "termsBroken",
                        random.nextInt(4) == 0,
                        "brokenTask",
                        random.nextInt(3) == 0,
                        "rejections",
                        random.nextBoolean() ? "SOME" : "NONE"))
                .as(ReviewJson.class);
        reviews.add(Optional.ofNullable(made.id()).orElseThrow());
      }
    }
  }

  private record Said(String person, boolean counts, boolean sure, Review review) {}

  private static void hold(TestHub hub, List<Caller> requesters, List<String> groups) {
    for (Caller requester : requesters) {
      List<Said> all = said(hub, requester.id());
      hold(hub, requester.id(), all);
      for (String group : groups) {
        List<Said> here =
            all.stream().filter(said -> said.review().groupId().equals(group)).toList();
        if (!here.isEmpty()) {
          hold(hub, group, here);
        }
      }
    }
  }

  private static void hold(TestHub hub, String subject, List<Said> all) {
    Instant now = hub.clock.instant();
    long from = Math.floorDiv(now.toEpochMilli(), 86_400_000L) - 89;
    Tally counted = Tally.EMPTY;
    Tally sure = Tally.EMPTY;
    Tally recent = Tally.EMPTY;
    int waiting = 0;
    Map<Attribute, double[]> faded = new EnumMap<>(Attribute.class);
    for (List<Said> person : all.stream().collect(Collectors.groupingBy(Said::person)).values()) {
      Voice voice = Voice.of(person.stream().map(Said::review).toList());
      if (!person.getFirst().counts()) {
        waiting++;
        continue;
      }
      counted = counted.plus(voice);
      if (person.getFirst().sure()) {
        sure = sure.plus(voice);
      }
      if (day(voice.written()) >= from) {
        recent = recent.plus(within(voice, from));
      }
      voice
          .marks()
          .forEach(
              (attribute, mark) -> {
                double age = Duration.between(mark.given(), now).toMillis();
                double weight = Math.pow(0.5, age / Faded.HALF_LIFE.toMillis());
                double[] sums = faded.computeIfAbsent(attribute, some -> new double[2]);
                sums[0] += weight;
                sums[1] += weight * mark.value();
              });
    }
    Ratings.Known known = hub.hub.services().ratings().of(subject);
    assertEquals(counted, known.all().counted(), subject);
    assertEquals(sure, known.all().sure(), subject);
    assertEquals(waiting, known.all().waiting(), subject);
    assertEquals(recent, known.recent().counted(), subject);
    for (Attribute attribute : Attribute.values()) {
      double[] sums = faded.get(attribute);
      if (sums == null) {
        assertTrue(known.faded().mean(attribute).isEmpty(), subject);
      } else {
        assertEquals(sums[1] / sums[0], known.faded().mean(attribute).orElseThrow(), 1e-9, subject);
      }
    }
  }

  private static Voice within(Voice voice, long from) {
    return new Voice(
        voice.marks().entrySet().stream()
            .filter(mark -> day(mark.getValue().given()) >= from)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        voice.reports().entrySet().stream()
            .filter(report -> day(report.getValue()) >= from)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        voice.written());
  }

  private static long day(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), 86_400_000L);
  }

  /** Visible reviews with whose they are and whether that person counts, straight from the rows. */
  private static List<Said> said(TestHub hub, String requester) {
    return hub.hub
        .services()
        .store()
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        select r.*, coalesce(a.same_as, a.id) as person,
                          exists (select 1 from assignment p join account w on w.id = p.worker_id
                            where p.state = 'APPROVED'
                              and coalesce(w.same_as, w.id) = coalesce(a.same_as, a.id)) as counts,
                          exists (select 1 from assignment p join account w on w.id = p.worker_id
                            where p.state = 'APPROVED' and p.requester_id <> r.requester_id
                              and coalesce(w.same_as, w.id) = coalesce(a.same_as, a.id)) as sure
                        from review r join account a on a.id = r.worker_id
                        where r.hidden is null and r.requester_id = :requester
                        """)
                    .bind("requester", requester)
                    .map((row, context) -> said(row))
                    .list());
  }

  private static Said said(ResultSet row) throws SQLException {
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      int mark = row.getInt(attribute.name().toLowerCase(Locale.ROOT));
      if (mark > 0) {
        marks.put(attribute, mark);
      }
    }
    return new Said(
        row.getString("person"),
        row.getBoolean("counts"),
        row.getBoolean("sure"),
        new Review(
            row.getString("requester_id"),
            row.getString("group_id"),
            row.getString("person"),
            marks,
            Optional.ofNullable(row.getString("rejections")).map(Rejections::valueOf),
            row.getInt("terms_broken") == 1,
            row.getInt("broken_task") == 1,
            row.getInt("unpaid_screening") == 1,
            Optional.empty(),
            "",
            Instant.ofEpochMilli(row.getLong("written")),
            Review.Reception.NONE));
  }

  /** As a migration leaves it: nothing counted, and a note of whom to count. */
  private static void wipe(TestHub hub) {
    hub.hub
        .services()
        .store()
        .write(
            handle -> {
              handle.execute("delete from voice");
              handle.execute("delete from rating_sum");
              handle.execute("delete from rating_fade");
              handle.execute("update standing set people = 0, lower_bound = 1");
              return handle.execute(
                  "insert into rating_due (requester_id) select distinct requester_id from review");
            });
  }
}
