package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.GroupQualityJson;
import dev.hark.wire.PostedGroupJson;
import dev.hark.wire.ReceiptJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What becomes of the money that is set aside for answers to gold. */
@OnEachDatabase
class GoldFundsTest {
  private static final long DEPOSIT = 10_000_00;
  private static final int REWARD = 5;

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
  }

  @AfterEach
  void stop() {
    assertBalanced();
    hub.close();
  }

  @Test
  @Requirement("QUALITY-34")
  void goldThatNobodyHoldsGivesItsMoneyBackWhenTheGroupIsEndedAndExtendingSetsItAsideAnew() {
    String group = group(8);
    assertEquals(16 * REWARD, balance(Book.escrow(group)));
    expire(group);
    assertEquals(0, balance(Book.escrow(group)));
    assertEquals(DEPOSIT, balance(Book.requester(requester.id())));
    assertEquals(0, quality(group).goldAnswersMost());
    setQuality(group);
    assertEquals(DEPOSIT, balance(Book.requester(requester.id())));
    extend(group, 0);
    assertEquals(16 * REWARD, balance(Book.escrow(group)));
    extend(group, 1);
    assertEquals(32 * REWARD, balance(Book.escrow(group)));
    assertEquals(16, quality(group).goldAnswersMost());
  }

  @Test
  @Requirement("QUALITY-34")
  void goldThatIsHeldWhenTheGroupEndsKeepsItsMoneyUntilItIsAnsweredOrOver() {
    String group = group(40);
    Caller first = hub.worker();
    Caller second = hub.worker();
    AssignmentJson held = holdGold(first, group);
    AssignmentJson late = holdGold(second, group);
    expire(group);
    long waiting = requester.get("/submissions").json().get("items").size();
    assertEquals((waiting + 2) * REWARD, balance(Book.escrow(group)));
    assertBalanced();
    assertEquals("APPROVED", hand(first, held, "yes").state());
    assertEquals((waiting + 1) * REWARD, balance(Book.escrow(group)));
    hub.clock.forward(Duration.ofMinutes(6).plusSeconds(119));
    requester.items("/posted", PostedGroupJson.class);
    assertEquals((waiting + 1) * REWARD, balance(Book.escrow(group)));
    hub.clock.forward(Duration.ofSeconds(2));
    requester.items("/posted", PostedGroupJson.class);
    assertEquals(waiting * REWARD, balance(Book.escrow(group)));
    assertEquals(
        "lease-expired",
        second.post("/assignments/" + late.id() + "/answer", "k", Choices.option("yes")).refusal());
  }

  @Test
  @Requirement("QUALITY-34")
  void onceAllAnswersAreInAndDecidedWhatIsLeftForGoldComesBack() {
    String group = group(8);
    Caller worker = hub.worker();
    for (int i = 0; ; i++) {
      var accepted = worker.postKey("/task-groups/" + group + "/assignments", "a" + i);
      if (accepted.status() != 201) {
        break;
      }
      hand(worker, accepted.as(AssignmentJson.class), "no");
    }
    List<String> waiting =
        IntStream.range(0, requester.get("/submissions").json().get("items").size())
            .mapToObj(
                i ->
                    requester
                        .get("/submissions")
                        .json()
                        .at("/items/" + i + "/assignmentId")
                        .asText())
            .toList();
    int met = quality(group).goldAnswers();
    assertTrue(met < 8, "there are 6, and 8 are paid for");
    for (String id : waiting) {
      assertEquals(8, quality(group).goldAnswersMost());
      assertEquals(200, requester.post("/submissions/" + id + "/approve").status());
    }
    assertEquals(met, quality(group).goldAnswersMost());
    assertEquals(0, balance(Book.escrow(group)));
    assertEquals(DEPOSIT - (8L + met) * REWARD, balance(Book.requester(requester.id())));
  }

  @Test
  @Requirement("QUALITY-34")
  void goldThatWasPromisedAndGivenBackIsPromisedNoMoreOnceTheGroupEnds() {
    String group = group(40);
    Caller worker = hub.worker();
    AssignmentJson held = holdGold(worker, group);
    worker.post("/assignments/" + held.id() + "/return").as(AssignmentJson.class);
    expire(group);
    long waiting = requester.get("/submissions").json().get("items").size();
    assertEquals(waiting * REWARD, balance(Book.escrow(group)));
    extend(group, 0);
    assertBalanced();
    AssignmentJson again = hub.accept(worker, group, "again");
    assertEquals(held.question().prompt(), again.question().prompt());
    assertEquals("APPROVED", hand(worker, again, "yes").state());
  }

  @Test
  @Requirement("QUALITY-34")
  void deletingAGroupGivesTheMoneyForItsGoldBack() {
    String group = group(8);
    assertEquals(204, requester.delete("/posted/" + group).status());
    assertEquals(0, balance(Book.escrow(group)));
    assertEquals(DEPOSIT, balance(Book.requester(requester.id())));
  }

  private String group(int tasks) {
    String group = hub.publish(requester, Choices.group(tasks, 1));
    setQuality(group);
    return group;
  }

  private void setQuality(String group) {
    List<Object> golds =
        IntStream.range(0, 6).mapToObj(i -> (Object) Choices.task("Gold " + i, "yes")).toList();
    requester
        .put("/task-groups/" + group + "/quality", Map.of("goldRate", 0.5, "goldTasks", golds))
        .as(GroupQualityJson.class);
  }

  private GroupQualityJson quality(String group) {
    return requester.get("/task-groups/" + group + "/quality").as(GroupQualityJson.class);
  }

  private void expire(String group) {
    requester.postKey("/posted/" + group + "/expire", "end").as(PostedGroupJson.class);
  }

  private void extend(String group, int answers) {
    requester
        .post(
            "/posted/" + group + "/extend",
            "more" + answers,
            Map.of(
                "answers",
                answers,
                "expires",
                hub.clock.instant().plus(Duration.ofDays(1 + answers)).toString()))
        .as(PostedGroupJson.class);
  }

  /** Answers what is not gold, and stops at gold. */
  private AssignmentJson holdGold(Caller worker, String group) {
    for (int i = 0; i < 20; i++) {
      AssignmentJson assignment = hub.accept(worker, group, "a" + i);
      if (assignment.question().prompt().startsWith("Gold")) {
        return assignment;
      }
      hand(worker, assignment, "no");
    }
    throw new AssertionError("no gold in 20 tasks at a rate of a half");
  }

  private static ReceiptJson hand(Caller worker, AssignmentJson assignment, String option) {
    return worker
        .post("/assignments/" + assignment.id() + "/answer", "k", Choices.option(option))
        .as(ReceiptJson.class);
  }

  private void assertBalanced() {
    var checked = hub.operator().get("/ledger/check").json();
    assertTrue(checked.get("balanced").asBoolean(), checked.toString());
  }

  private long balance(String book) {
    return hub.hub.services().ledger().balance(book, "EUR");
  }
}
