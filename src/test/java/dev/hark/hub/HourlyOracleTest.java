package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.task.Money;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.EarnedJson;
import dev.hark.wire.GroupRatingJson;
import dev.hark.wire.HourlyJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewBonusJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.SubmissionJson;
import dev.hark.wire.TaskGroupJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What is earned an hour, held against counting all work anew from what happened to it. */
@OnEachDatabase
class HourlyOracleTest {
  private static final int STEPS = 180;
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** What a bucket of the histogram spans. */
  private static final double SPAN = Math.pow(2, 1 / 64.0);

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private final List<Caller> requesters = new ArrayList<>();
  private final List<Caller> workers = new ArrayList<>();

  /** Groups by id, with the place of their requester. */
  private final Map<String, Integer> groups = new TreeMap<>();

  private final Map<String, Integer> seen = new TreeMap<>();

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    for (int i = 0; i < 2; i++) {
      Caller requester = hub.requester();
      requesters.add(requester);
      for (String currency : List.of("EUR", "USD")) {
        hub.hub.services().ledger().deposit(requester.id(), Money.of(9_000_00, currency), currency);
      }
    }
    groups.put(group(0, 18, "EUR"), 0);
    groups.put(group(0, 7, "EUR"), 0);
    groups.put(group(0, 25, "USD"), 0);
    groups.put(group(1, 12, "EUR"), 1);
    for (int i = 0; i < 6; i++) {
      workers.add(hub.worker());
    }
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement({"PAY-20", "PAY-21", "PAY-22", "PAY-24"})
  void whateverHappensTheFiguresAreThoseOfCountingAnew() {
    Random random = new Random(20261126);
    for (int step = 1; step <= STEPS; step++) {
      seen.merge(step(random, step), 1, Integer::sum);
      hub.clock.forward(Duration.ofSeconds(random.nextInt(200)));
      if (step % 10 == 0) {
        hub.clock.forward(Duration.ofDays(random.nextInt(12)));
      }
      if (step % 60 == 0) {
        check();
      }
    }
    for (String wanted :
        List.of(
            "answered", "returned", "late", "approve", "reject", "overturn", "redone", "bonus")) {
      assertTrue(seen.getOrDefault(wanted, 0) > 0, wanted + " never happened: " + seen);
    }
    Map<String, List<EarnedJson>> before = told();
    wipe();
    TestClock clock = hub.clock;
    hub.close();
    hub = new TestHub(database, data, clock);
    requesters.replaceAll(some -> new Caller(hub.hub.uri(), some.id(), some.token()));
    assertEquals(before, told(), "counted anew from a database that had no such figures");
    check();
  }

  private String group(int requester, long minor, String currency) {
    NewTaskGroupJson some = TestHub.group(40, false, 3);
    return hub.publish(
        requesters.get(requester),
        new NewTaskGroupJson(
            some.title(),
            some.kind(),
            some.language(),
            new MoneyJson(minor, currency),
            some.allowedSeconds(),
            some.needs(),
            some.keywords(),
            some.copies(),
            some.autoApproveSeconds(),
            some.tasks()));
  }

  private String step(Random random, int step) {
    Caller requester = requesters.get(random.nextInt(requesters.size()));
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> work(random, step);
      case 4 -> decide(requester, random, "/approve", Map.of(), "approve");
      case 5 -> decide(requester, random, "/reject", TestHub.rejection("No."), "reject");
      case 6 -> {
        List<SubmissionJson> rejected =
            requester.items("/submissions?state=rejected", SubmissionJson.class);
        yield rejected.isEmpty()
                || requester
                        .post(
                            "/submissions/"
                                + rejected.get(random.nextInt(rejected.size())).assignmentId()
                                + "/overturn")
                        .status()
                    != 200
            ? "nothing"
            : "overturn";
      }
      case 7 -> {
        String asked = decide(requester, random, "/redo", new NewRedoJson("Anew.", 3600L), "redo");
        // Mostly at once: later it may be too late.
        yield asked.equals("redo") && random.nextInt(4) > 0 ? redo(random, step) : asked;
      }
      case 8 -> redo(random, step);
      default -> bonus(requester, random, step);
    };
  }

  private String work(Random random, int step) {
    Caller worker = workers.get(random.nextInt(workers.size()));
    List<String> ids = List.copyOf(groups.keySet());
    var taken =
        worker.postKey(
            "/task-groups/" + ids.get(random.nextInt(ids.size())) + "/assignments", "a" + step);
    if (taken.status() != 201) {
      return "none left";
    }
    String id = taken.as(AssignmentJson.class).id();
    int how = random.nextInt(10);
    hub.clock.forward(Duration.ofSeconds(how == 0 ? 400 : 20 + random.nextInt(300)));
    if (how < 3) {
      assertEquals(200, worker.post("/assignments/" + id + "/return").status());
      return how == 0 ? "late" : "returned";
    }
    hub.submit(worker, id, "words " + step);
    return "answered";
  }

  private static String decide(
      Caller requester, Random random, String how, Object body, String name) {
    List<SubmissionJson> waiting =
        requester.items("/submissions?state=submitted", SubmissionJson.class);
    if (waiting.isEmpty()) {
      return "nothing";
    }
    String id = waiting.get(random.nextInt(waiting.size())).assignmentId();
    return requester.post("/submissions/" + id + how, body).status() == 200 ? name : "refused";
  }

  private String redo(Random random, int step) {
    for (Caller worker : workers) {
      for (AssignmentJson held : worker.items("/assignments", AssignmentJson.class)) {
        if (held.redo() != null) {
          hub.clock.forward(Duration.ofSeconds(10 + random.nextInt(500)));
          int status =
              worker
                  .post("/assignments/" + held.id() + "/answer", "k" + step, TestHub.text("anew"))
                  .status();
          return status == 200 ? "redone" : "refused";
        }
      }
    }
    return "nothing";
  }

  private static String bonus(Caller requester, Random random, int step) {
    List<SubmissionJson> some = new ArrayList<>();
    for (String state : List.of("submitted", "approved", "rejected")) {
      some.addAll(requester.items("/submissions?state=" + state, SubmissionJson.class));
    }
    if (some.isEmpty()) {
      return "nothing";
    }
    String id = some.get(random.nextInt(some.size())).assignmentId();
    String currency = random.nextInt(3) == 0 ? "USD" : "EUR";
    int status =
        requester
            .post(
                "/submissions/" + id + "/bonuses",
                "b" + step,
                new NewBonusJson(new MoneyJson(1 + random.nextInt(30), currency), "Well done."))
            .status();
    assertTrue(status < 300, "bonus " + status);
    return "bonus";
  }

  /** One piece of work that ended, from what happened to it. */
  private record Piece(
      String group,
      String requester,
      String currency,
      String worker,
      String state,
      long day,
      long minor,
      long millis) {}

  private List<Piece> pieces() {
    return hub
        .hub
        .services()
        .store()
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        select a.*, g.currency, g.reward_minor,
                          (select coalesce(sum(b.minor), 0) from bonus b
                            where b.assignment_id = a.id and b.currency = g.currency) as extra,
                          (select coalesce(sum(case
                              when r.redone - r.asked > a.submitted - a.accepted
                              then a.submitted - a.accepted else r.redone - r.asked end), 0)
                            from redo r where r.assignment_id = a.id and r.redone > 0) as again
                        from assignment a join task_group g on g.id = a.group_id
                        where a.state in ('APPROVED', 'REJECTED', 'RETURNED')
                        """)
                    .map(
                        (row, context) -> {
                          String state = row.getString("state");
                          boolean back = state.equals("RETURNED");
                          long end = row.getLong(back ? "returned" : "submitted");
                          if (back && end >= row.getLong("deadline")) {
                            state = "LATE";
                          }
                          return new Piece(
                              row.getString("group_id"),
                              row.getString("requester_id"),
                              row.getString("currency"),
                              row.getString("worker_id"),
                              state,
                              end / DAY,
                              row.getLong("extra")
                                  + (state.equals("APPROVED") ? row.getLong("reward_minor") : 0),
                              end - row.getLong("accepted") + row.getLong("again"));
                        })
                    .list())
        .stream()
        .filter(piece -> !piece.state().equals("LATE"))
        .toList();
  }

  private void check() {
    List<Piece> pieces = pieces();
    for (Caller requester : requesters) {
      List<EarnedJson> told = of(requester);
      TreeSet<String> currencies = new TreeSet<>();
      for (Piece piece : pieces) {
        if (piece.requester().equals(requester.id())) {
          currencies.add(piece.currency());
        }
      }
      assertEquals(
          List.copyOf(currencies), told.stream().map(one -> one.paid().currency()).toList());
      for (EarnedJson one : told) {
        hold(
            pieces,
            piece ->
                piece.requester().equals(requester.id())
                    && piece.currency().equals(one.paid().currency()),
            one);
      }
    }
    for (String group : groups.keySet()) {
      EarnedJson one = of(group);
      hold(pieces, piece -> piece.group().equals(group), one);
      HourlyJson brief =
          requesters.getFirst().get("/task-groups/" + group).as(TaskGroupJson.class).hourly();
      if (one == null) {
        assertNull(brief);
      } else {
        assertEquals(
            new HourlyJson(
                one.average(),
                one.low(),
                one.high(),
                one.workers() == null ? 0 : one.workers(),
                one.approved() + one.rejected() + one.returned()),
            brief);
      }
    }
  }

  private void hold(List<Piece> pieces, Predicate<Piece> which, @Nullable EarnedJson told) {
    List<Piece> all = pieces.stream().filter(which).toList();
    if (told == null) {
      assertEquals(List.of(), all);
      return;
    }
    sums(all, told);
    List<Double> rates = rates(all);
    if (rates.isEmpty()) {
      assertNull(told.low());
      assertNull(told.workers());
    } else {
      assertEquals(rates.size(), told.workers());
      near(quantile(rates, 0.25), Objects.requireNonNull(told.low()));
      near(quantile(rates, 0.75), Objects.requireNonNull(told.high()));
    }
    long today = hub.clock.millis() / DAY;
    List<Piece> recent = all.stream().filter(piece -> piece.day() > today - 90).toList();
    if (recent.isEmpty()) {
      assertNull(told.recent());
    } else {
      sums(recent, Objects.requireNonNull(told.recent()));
    }
  }

  private static void sums(List<Piece> all, EarnedJson told) {
    long minor = all.stream().mapToLong(Piece::minor).sum();
    long millis = all.stream().mapToLong(Piece::millis).sum();
    assertEquals(minor, told.paid().minor());
    assertEquals(millis / 1000.0, told.seconds());
    assertEquals(count(all, "APPROVED"), told.approved());
    assertEquals(count(all, "REJECTED"), told.rejected());
    assertEquals(count(all, "RETURNED"), told.returned());
    assertEquals(Math.round(minor * 3_600_000.0 / millis), told.average());
  }

  private static long count(List<Piece> all, String state) {
    return all.stream().filter(piece -> piece.state().equals(state)).count();
  }

  /** Each worker's own ratio of sums, of those of whose answers one was decided on. */
  private static List<Double> rates(List<Piece> all) {
    Map<String, long[]> each = new HashMap<>();
    for (Piece piece : all) {
      long[] sums = each.computeIfAbsent(piece.worker(), some -> new long[3]);
      sums[0] += piece.minor();
      sums[1] += piece.millis();
      sums[2] += piece.state().equals("RETURNED") ? 0 : 1;
    }
    return each.values().stream()
        .filter(sums -> sums[2] > 0)
        .map(sums -> sums[0] * 3_600_000.0 / sums[1])
        .sorted()
        .toList();
  }

  private static double quantile(List<Double> sorted, double share) {
    double rank = share * (sorted.size() - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (rank - below) * (sorted.get(above) - sorted.get(below));
  }

  private static void near(double expected, double told) {
    assertTrue(
        told <= expected * SPAN + 0.5 && told >= expected / SPAN - 0.5, expected + " and " + told);
  }

  private static List<EarnedJson> of(Caller requester) {
    List<EarnedJson> earned =
        requester.get("/requesters/" + requester.id()).as(RequesterJson.class).earned();
    return earned == null ? List.of() : earned;
  }

  private @Nullable EarnedJson of(String group) {
    return requesters
        .get(Objects.requireNonNull(groups.get(group)))
        .get("/task-groups/" + group + "/rating")
        .as(GroupRatingJson.class)
        .earned();
  }

  private Map<String, List<EarnedJson>> told() {
    Map<String, List<EarnedJson>> told = new TreeMap<>();
    requesters.forEach(requester -> told.put(requester.id(), of(requester)));
    groups.keySet().forEach(group -> told.put(group, List.of(Objects.requireNonNull(of(group)))));
    return told;
  }

  /** As a migration leaves it: nothing counted, and a note of whom to count. */
  private void wipe() {
    hub.hub
        .services()
        .store()
        .write(
            handle -> {
              for (String table : List.of("earned", "earned_bucket", "earned_sum")) {
                handle.execute("delete from " + table);
              }
              handle.execute(
                  "update task_group set earned_minor = 0, earned_millis = 0, earned_approved = 0,"
                      + " earned_rejected = 0, earned_returned = 0, hourly_workers = 0");
              return handle.execute(
                  "insert into earned_due (requester_id)"
                      + " select distinct requester_id from assignment");
            });
  }
}
