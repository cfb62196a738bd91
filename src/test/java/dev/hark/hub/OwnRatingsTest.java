package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hark.Requirement;
import dev.hark.hub.account.Role;
import dev.hark.hub.commons.Reviews.Opinion;
import dev.hark.hub.work.PastWork;
import dev.hark.review.Attribute;
import dev.hark.task.Answer;
import dev.hark.task.Money;
import dev.hark.wire.OwnRatingsJson;
import dev.hark.wire.OwnRatingsJson.MarketJson;
import dev.hark.wire.OwnRatingsJson.MedianJson;
import dev.hark.wire.OwnRatingsJson.MonthJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a requester sees of themselves, from work that was done before. */
@OnEachDatabase
class OwnRatingsTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private final List<String> workers = new ArrayList<>();
  private Instant now;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    now = hub.clock.instant();
    for (int i = 0; i < 5; i++) {
      workers.add(hub.hub.services().accounts().register(Role.WORKER, "").id());
    }
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement({"RAT-20", "RAT-21"})
  void ratingsAreToldNowAndByMonthTheNewestFirst() {
    Caller requester = hub.requester();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    work(group, List.of(past(0, 70, 60, 5), past(1, 70, 120, 3), past(2, 5, 60, 4)));

    OwnRatingsJson own = own(requester, "");
    assertEquals(requester.id(), own.requesterId());
    assertNull(own.groupId());
    assertEquals(4.0, Objects.requireNonNull(own.rating()).overall());
    assertEquals(3, own.rating().reviewers());
    assertEquals(3, own.decided());
    assertEquals(3, own.approved());
    assertEquals(54 * 3600 / 240, own.earned().getFirst().average());
    assertEquals(2, own.months().size());
    MonthJson newest = own.months().getFirst();
    assertEquals(4.0, Objects.requireNonNull(newest.rating()).overall());
    assertEquals(1080, newest.earned().getFirst().average());
    MonthJson older = own.months().getLast();
    assertEquals(2, Objects.requireNonNull(older.rating()).reviewers());
    assertEquals(720, older.earned().getFirst().average());
    assertEquals(1, own(requester, "?months=1").months().size());

    OwnRatingsJson one = own(requester, "?group=" + group);
    assertEquals(group, one.groupId());
    assertEquals(3, one.approved());
    assertEquals(own.months(), one.months());
    assertNull(one.market());
  }

  @Test
  @Requirement("RAT-20")
  void aMarkThatStaysFromAnEarlierMonthIsToldThere() {
    Caller requester = hub.requester();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    String other = hub.publish(requester, TestHub.group(1, false, null));
    work(group, List.of(past(0, 70, 60, 5)));
    PastWork later = past(0, 5, 60, 2);
    work(
        other,
        List.of(
            new PastWork(
                later.workerId(),
                later.accepted(),
                later.took(),
                later.answer(),
                later.decision(),
                later.decidedAfter(),
                Optional.of(opinion(Map.of(Attribute.FAIRNESS, 2))))));

    List<MonthJson> months = own(requester, "").months();
    assertEquals(2.0, Objects.requireNonNull(months.getFirst().rating()).overall());
    MonthJson older = months.getLast();
    assertEquals(Map.of("PAY", 5.0), Objects.requireNonNull(older.rating()).means());
    assertEquals(1, older.rating().reviewers());
  }

  @Test
  @Requirement("RAT-21")
  void onlyTheRequesterSeesTheirs() {
    Caller requester = hub.requester();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    Caller other = hub.requester();
    assertEquals("not-found", other.get("/requester/ratings?group=" + group).refusal());
    assertEquals("forbidden", hub.worker().get("/requester/ratings").refusal());
    for (String months : List.of("0", "25", "x", "-1")) {
      assertEquals("invalid", requester.get("/requester/ratings?months=" + months).refusal());
    }
    OwnRatingsJson nothing = own(requester, "");
    assertNull(nothing.rating());
    assertEquals(List.of(), nothing.months());
    assertEquals(List.of(), nothing.earned());
  }

  @Test
  @Requirement("RAT-22")
  void mediansAreOverFiveRequestersWithFivePeopleAndNotOfFewer() {
    List<Caller> requesters = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Caller requester = hub.requester();
      requesters.add(requester);
      String group = hub.publish(requester, TestHub.group(1, false, null));
      // The last one lacks a fifth worker yet.
      List<PastWork> works = new ArrayList<>();
      for (int worker = 0; worker < (i == 4 ? 4 : 5); worker++) {
        works.add(past(worker, 5, 60 * (i + 1), 1 + i));
      }
      work(group, works);
    }
    MarketJson four = Objects.requireNonNull(own(requesters.getFirst(), "").market());
    assertEquals(5, four.leastPeople());
    assertEquals(5, four.leastRequesters());
    assertNull(four.rating());
    assertNull(four.approval());
    assertNull(four.secondsToPay());
    assertEquals(List.of(), four.hourly());

    String group = hub.publish(requesters.getLast(), TestHub.group(1, false, null));
    work(group, List.of(past(4, 5, 300, 5)));
    assertNull(Objects.requireNonNull(own(requesters.getFirst(), "").market()).rating());
    hub.clock.forward(Duration.ofHours(1));
    MarketJson five = Objects.requireNonNull(own(requesters.getFirst(), "").market());
    assertEquals(new MedianJson(3.0, 5, null), five.rating());
    assertEquals(new MedianJson(1.0, 5, null), five.approval());
    assertNotNull(five.secondsToPay());
    assertEquals(List.of(new MedianJson(360.0, 5, "EUR")), five.hourly());
  }

  private OwnRatingsJson own(Caller requester, String query) {
    return requester.get("/requester/ratings" + query).as(OwnRatingsJson.class);
  }

  private void work(String group, List<PastWork> works) {
    String requester =
        hub.hub
            .services()
            .store()
            .read(
                handle ->
                    handle
                        .createQuery("select requester_id from task_group where id = :id")
                        .bind("id", group)
                        .mapTo(String.class)
                        .one());
    hub.hub.services().ledger().deposit(requester, Money.of(100_00, "EUR"), "for " + group);
    hub.hub.services().history().record(group, works);
  }

  /** An approved answer, so many days ago, with a mark for pay. */
  private PastWork past(int worker, int daysAgo, int seconds, int pay) {
    return new PastWork(
        workers.get(worker),
        now.minus(Duration.ofDays(daysAgo)),
        Duration.ofSeconds(seconds),
        new Answer.Text("words"),
        new PastWork.Decision.Approved(),
        Duration.ofHours(1),
        Optional.of(opinion(Map.of(Attribute.PAY, pay))));
  }

  private static Opinion opinion(Map<Attribute, Integer> marks) {
    return new Opinion(marks, Optional.empty(), false, "");
  }
}
