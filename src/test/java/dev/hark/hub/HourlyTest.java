package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hark.Requirement;
import dev.hark.task.Money;
import dev.hark.wire.EarnedJson;
import dev.hark.wire.GroupRatingJson;
import dev.hark.wire.HourlyJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewBonusJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.TaskGroupJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who earned 18 cents in a minute earned 10.80 an hour; what else happens to that. */
class HourlyTest {
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private String group;

  @BeforeEach
  void start() {
    hub = new TestHub(data);
    requester = hub.requester();
    hub.hub.services().ledger().deposit(requester.id(), Money.of(9_000_00, "USD"), "dollars");
    group = hub.publish(requester, TestHub.group(20, false, 20));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement({"PAY-20", "PAY-2"})
  void nothingIsToldBeforeWorkHasEnded() {
    answer(hub.worker(), 60);
    TaskGroupJson seen = seen();
    assertNull(seen.hourly());
    assertNotNull(seen.times());
    assertNull(earned());
  }

  @Test
  @Requirement("PAY-21")
  void returnedWorkCountsWithItsTimeAndNoMoney() {
    approve(answer(hub.worker(), 60));
    assertEquals(new HourlyJson(1080, 1080L, 1080L, 1, 1), seen().hourly());

    // Where returned work has no time, as in Turkopticon 2, this would still be told as 10.80.
    giveBack(hub.worker(), 60);
    assertEquals(new HourlyJson(540, 1080L, 1080L, 1, 2), seen().hourly());
    assertEquals(1, Objects.requireNonNull(earned()).returned());
  }

  @Test
  @Requirement("PAY-21")
  void whoOnlyGivesBackIsInTheAverageAndNotInTheRange() {
    giveBack(hub.worker(), 30);
    assertEquals(new HourlyJson(0, null, null, 0, 1), seen().hourly());
    Caller both = hub.worker();
    giveBack(both, 60);
    approve(answer(both, 60));
    assertEquals(new HourlyJson(432, 540L, 540L, 1, 3), seen().hourly());
  }

  @Test
  @Requirement("PAY-21")
  void whoeverReturnsInVainOrLetsTheTimeRunOutChangesNothing() {
    approve(answer(hub.worker(), 60));
    giveBack(hub.worker(), 360);
    hub.accept(hub.worker(), group, "left");
    hub.clock.forward(Duration.ofDays(1));
    assertEquals(new HourlyJson(1080, 1080L, 1080L, 1, 1), seen().hourly());

    Caller twice = hub.worker();
    String id = giveBack(twice, 359);
    HourlyJson once = seen().hourly();
    twice.post("/assignments/" + id + "/return");
    assertEquals(once, seen().hourly());
    assertEquals(2, Objects.requireNonNull(once).tasks());
  }

  @Test
  @Requirement("PAY-21")
  void aRequesterWhoRejectsMuchShowsALowerRange() {
    String first = answer(hub.worker(), 60);
    approve(first);
    approve(answer(hub.worker(), 60));
    String rejected = answer(hub.worker(), 60);
    requester.post("/submissions/" + rejected + "/reject", TestHub.rejection("No."));
    assertEquals(new HourlyJson(720, 540L, 1080L, 3, 3), seen().hourly());

    requester.post("/submissions/" + rejected + "/overturn");
    assertEquals(new HourlyJson(1080, 1080L, 1080L, 3, 3), seen().hourly());
    EarnedJson earned = Objects.requireNonNull(earned());
    assertEquals(3, earned.approved());
    assertEquals(0, earned.rejected());
  }

  @Test
  @Requirement("PAY-22")
  void aBonusCountsInTheCurrencyOfTheGroupOnceTheAnswerIsDecided() {
    String id = answer(hub.worker(), 60);
    bonus(id, 6, "EUR");
    bonus(id, 600, "USD");
    assertNull(seen().hourly());
    approve(id);
    assertEquals(1440, average());
    bonus(id, 12, "EUR");
    bonus(id, 600, "USD");
    assertEquals(2160, average());
    assertEquals(new MoneyJson(36, "EUR"), Objects.requireNonNull(earned()).paid());
  }

  @Test
  @Requirement("PAY-22")
  void doingItAgainCountsButNoMoreThanItTookAtFirst() {
    assertEquals(720, again(30));
    assertEquals(540, again(6 * 3600));
  }

  /** What is earned an hour where an answer of a minute is done again so long after the request. */
  private long again(int seconds) {
    group = hub.publish(requester, TestHub.group(20, false, 20));
    Caller worker = hub.worker();
    String id = answer(worker, 60);
    requester.post("/submissions/" + id + "/redo", new NewRedoJson("Anew.", 86_400L));
    hub.clock.forward(Duration.ofSeconds(seconds));
    assertEquals(
        200, worker.post("/assignments/" + id + "/answer", "again", TestHub.text("x")).status());
    approve(id);
    return average();
  }

  @Test
  @Requirement("PAY-20")
  void recentFiguresAreOfWhatWasHandedInWithinNinetyDays() {
    approve(answer(hub.worker(), 60));
    hub.clock.forward(Duration.ofDays(89));
    assertNotNull(Objects.requireNonNull(earned()).recent());
    hub.clock.forward(Duration.ofDays(1));
    assertNull(Objects.requireNonNull(earned()).recent());
    assertEquals(1080, average());
  }

  @Test
  @Requirement("PAY-21")
  void workInNoTimeAtAllBreaksNoFigure() {
    approve(answer(hub.worker(), 0));
    assertEquals(18 * 3_600_000, average());
  }

  private String answer(Caller worker, int seconds) {
    String id = hub.accept(worker, group, "k" + seconds).id();
    hub.clock.forward(Duration.ofSeconds(seconds));
    hub.submit(worker, id, "words");
    return id;
  }

  private String giveBack(Caller worker, int seconds) {
    String id = hub.accept(worker, group, "r" + seconds).id();
    hub.clock.forward(Duration.ofSeconds(seconds));
    assertEquals(200, worker.post("/assignments/" + id + "/return").status());
    return id;
  }

  private void approve(String id) {
    assertEquals(200, requester.post("/submissions/" + id + "/approve", Map.of()).status());
  }

  private void bonus(String id, long minor, String currency) {
    requester
        .post(
            "/submissions/" + id + "/bonuses",
            "b" + minor + currency + hub.clock.millis(),
            new NewBonusJson(new MoneyJson(minor, currency), "Well done."))
        .as(Map.class);
    hub.clock.forward(Duration.ofMillis(1));
  }

  private TaskGroupJson seen() {
    return requester.get("/task-groups/" + group).as(TaskGroupJson.class);
  }

  private long average() {
    return Objects.requireNonNull(seen().hourly()).average();
  }

  private @Nullable EarnedJson earned() {
    return requester.get("/task-groups/" + group + "/rating").as(GroupRatingJson.class).earned();
  }
}
