package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wire.GroupRatingJson;
import dev.hark.wire.RatingJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.ReviewJson;
import dev.hark.wire.TaskGroupJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Whose reviews count, and for what. */
@OnEachDatabase
class RatingTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private String group;
  private String elsewhere;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    group = hub.publish(requester, TestHub.group(60, true, null));
    elsewhere = hub.publish(hub.register("REQUESTER", "Else"), TestHub.group(60, true, null));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("RAT-7")
  void twentyColludingAccountsWithoutPaidWorkChangeNothing() {
    for (int i = 0; i < 3; i++) {
      review(paid(group, elsewhere), 2);
    }
    RequesterJson before = known();
    for (int i = 0; i < 20; i++) {
      Caller colluding = hub.worker();
      String id = hub.accept(colluding, group, "a").id();
      colluding.post("/assignments/" + id + "/return");
      review(colluding, i % 2 == 0 ? 5 : 1);
    }
    RequesterJson after = known();
    assertEquals(before.rating(), after.rating());
    assertEquals(20, after.waitingReviewers());
    List<ReviewJson> listed =
        hub.worker().items("/requesters/" + requester.id() + "/reviews", ReviewJson.class);
    assertEquals(23, listed.size());
    assertEquals(20, listed.stream().filter(one -> Boolean.FALSE.equals(one.counted())).count());
  }

  @Test
  @Requirement("RAT-7")
  void aReviewBeginsToCountInTheMomentThatFirstPays() {
    String plain = hub.publish(requester, TestHub.group(2, false, null));
    Caller worker = hub.worker();
    String answer = hub.accept(worker, plain, "a").id();
    hub.submit(worker, answer, "words");
    worker.put("/task-groups/" + plain + "/review", Map.of("marks", Map.of("PAY", 4)));
    assertNull(known().rating());
    assertEquals(1, known().waitingReviewers());
    requester.post("/submissions/" + answer + "/approve");
    assertEquals(4.0, Objects.requireNonNull(known().rating()).overall());
    assertNull(known().waitingReviewers());
    assertEquals(
        1, group(plain).waiting() + Objects.requireNonNull(group(plain).rating()).reviewers());
  }

  @Test
  @Requirement("RAT-8")
  void aSecondAccountThatTheRequesterPaysDoesNotLiftTheLowerBound() {
    for (int i = 0; i < 5; i++) {
      review(paid(group, elsewhere), 3);
    }
    double lower = rating().lower();
    List<Caller> own = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      own.add(paid(group));
      review(own.getLast(), 5);
    }
    assertEquals(lower, rating().lower());
    assertEquals(15, rating().reviewers());
    assertEquals(5, rating().sureReviewers());
    assertTrue(Objects.requireNonNull(rating().overall()) > 4, "the mean counts all who were paid");
    work(own.getFirst(), elsewhere);
    assertEquals(6, rating().sureReviewers());
    assertTrue(rating().lower() > lower);
  }

  @Test
  @Requirement("RAT-9")
  void accountsOfOnePersonHaveOneVoice() {
    Caller first = paid(group, elsewhere);
    Caller second = paid(group, elsewhere);
    review(first, 5);
    hub.clock.forward(Duration.ofHours(1));
    review(second, 1);
    assertEquals(2, rating().reviewers());
    String same = "/accounts/" + second.id() + "/same-person";
    assertEquals("forbidden", first.put(same, Map.of("account", first.id())).refusal());
    assertEquals("not-found", hub.operator().put(same, Map.of("account", "none")).refusal());
    assertEquals(204, hub.operator().put(same, Map.of("account", first.id())).status());
    assertEquals(1, rating().reviewers());
    assertEquals(1.0, rating().overall(), "the later mark counts");
    String id =
        Objects.requireNonNull(
            hub.worker()
                .items("/requesters/" + requester.id() + "/reviews", ReviewJson.class)
                .getFirst()
                .id());
    assertEquals("own-review", first.put("/reviews/" + id + "/helpful", Map.of()).refusal());
    assertEquals(204, hub.operator().delete(same).status());
    assertEquals(2, rating().reviewers());
    assertEquals(3.0, rating().overall());
  }

  @Test
  @Requirement("RAT-9")
  void aRequestersOwnAccountSaysNothing() {
    Caller own = paid(group, elsewhere);
    review(own, 5);
    review(paid(group, elsewhere), 2);
    String same = "/accounts/" + own.id() + "/same-person";
    assertEquals(204, hub.operator().put(same, Map.of("account", requester.id())).status());
    assertEquals(1, rating().reviewers());
    assertEquals(2.0, rating().overall());
    assertEquals("same-person", review(own, 5).refusal());
    assertEquals(
        "invalid", hub.operator().put(same, Map.of("account", hub.requester().id())).refusal());
    assertEquals(
        "invalid",
        hub.operator()
            .put("/accounts/" + requester.id() + "/same-person", Map.of("account", own.id()))
            .refusal());
    hub.operator().delete(same);
    assertEquals(2, rating().reviewers());
  }

  @Test
  @Requirement("RAT-10")
  void figuresAreThereForAllTimeForNinetyDaysAndFading() {
    review(paid(group, elsewhere), 1);
    hub.clock.forward(Duration.ofDays(89));
    assertEquals(1, Objects.requireNonNull(rating().recent()).reviewers());
    hub.clock.forward(Duration.ofDays(1));
    assertNull(rating().recent());
    hub.clock.forward(Duration.ofDays(90));
    review(paid(group, elsewhere), 4);
    RatingJson now = rating();
    assertEquals(2.5, now.overall());
    assertEquals(4.0, Objects.requireNonNull(now.recent()).overall());
    assertEquals(3.0, Objects.requireNonNull(now.fadedOverall()), 1e-9, "(1 + 2 * 4) / 3");
    assertEquals(now, group(group).rating());
    RatingJson onTasks =
        Objects.requireNonNull(
            hub.worker().get("/task-groups/" + group).as(TaskGroupJson.class).requester().rating());
    assertEquals(now.lower(), onTasks.lower());
    assertFalse(hub.worker().get("/task-groups/" + group).text().contains("recent"));
  }

  private Caller paid(String... groups) {
    Caller worker = hub.worker();
    for (String each : groups) {
      work(worker, each);
    }
    return worker;
  }

  private void work(Caller worker, String in) {
    hub.submit(worker, hub.accept(worker, in, "a-" + in).id(), TestHub.WORDS);
    String answer =
        hub.operator()
            .get("/submissions?state=submitted")
            .json()
            .at("/items/0/assignmentId")
            .asText();
    if (!answer.isEmpty()) {
      hub.operator().post("/submissions/" + answer + "/approve");
    }
  }

  private Caller.Answered review(Caller by, int fairness) {
    return by.put(
        "/task-groups/" + group + "/review", Map.of("marks", Map.of("FAIRNESS", fairness)));
  }

  private RequesterJson known() {
    return hub.worker().get("/requesters/" + requester.id()).as(RequesterJson.class);
  }

  private RatingJson rating() {
    return Objects.requireNonNull(known().rating());
  }

  private GroupRatingJson group(String id) {
    return hub.worker().get("/task-groups/" + id + "/rating").as(GroupRatingJson.class);
  }
}
