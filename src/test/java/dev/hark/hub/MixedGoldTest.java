package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.EarningsJson;
import dev.hark.wire.GroupQualityJson;
import dev.hark.wire.ReceiptJson;
import dev.hark.wire.TaskGroupJson;
import dev.hark.wire.TaskResultJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class MixedGoldTest {
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
    hub.close();
  }

  @Test
  @Requirement({"QUALITY-30", "QUALITY-31"})
  void workersMeetGoldAmongTheRestNeverTheSameTwiceAndThePlacesStayFree() {
    String group = group(20, 3, 0.4, 6);
    assertEquals(40, quality(group).goldAnswersMost());
    int gold = 0;
    for (int person = 0; person < 3; person++) {
      Caller worker = hub.worker();
      List<String> prompts = work(worker, group);
      assertEquals(prompts.size(), new HashSet<>(prompts).size(), prompts.toString());
      long mine = prompts.stream().filter(prompt -> prompt.startsWith("Gold")).count();
      assertTrue(mine <= 6, prompts.toString());
      assertEquals(20 + mine, prompts.size(), prompts.toString());
      assertEquals(
          5 * (20 + mine),
          total(worker.get("/earnings").as(EarningsJson.class)),
          "gold is paid like any other");
      gold += (int) mine;
    }
    assertTrue(gold >= 6, "met " + gold);
    GroupQualityJson quality = quality(group);
    assertEquals(gold, quality.goldAnswers());
    assertEquals(gold, quality.goldAnswersMost(), "all is done and decided");
    List<TaskResultJson> results =
        requester.items("/task-groups/" + group + "/results", TaskResultJson.class);
    assertEquals(20, results.size());
    assertTrue(results.stream().allMatch(result -> result.answers().size() == 3));
  }

  @Test
  @Requirement("QUALITY-30")
  void whatIsGivenIsTheSameForTheSameWorkerWhateverComesBetween() {
    String group = group(20, 2, 0.5, 6);
    Caller worker = hub.worker();
    for (int i = 0; i < 12; i++) {
      AssignmentJson first = accept(worker, group, "a" + i);
      String prompt = first.question().prompt();
      if (i % 3 == 0) {
        worker.post("/assignments/" + first.id() + "/return");
      } else {
        hub.clock.forward(Duration.ofMinutes(6));
      }
      AssignmentJson again = accept(worker, group, "b" + i);
      assertEquals(prompt, again.question().prompt());
      assertFalse(first.id().equals(again.id()));
      hand(worker, again, "no");
    }
  }

  @Test
  @Requirement("QUALITY-31")
  void nothingThatAWorkerSeesTellsGoldFromTheRest() {
    String group = group(20, 1, 0.5, 6);
    Caller worker = hub.worker();
    Set<List<String>> shapes = new HashSet<>();
    Set<Boolean> kinds = new HashSet<>();
    int left = worker.get("/task-groups/" + group).as(TaskGroupJson.class).available();
    for (int i = 0; i < 12; i++) {
      JsonNode seen = worker.postKey("/task-groups/" + group + "/assignments", "a" + i).json();
      kinds.add(seen.at("/question/prompt").asText().startsWith("Gold"));
      shapes.add(shape(seen));
      assertEquals(12, seen.get("id").asText().length());
      assertEquals(12, seen.get("taskId").asText().length());
      left--;
      assertEquals(left, seen.at("/group/available").asInt());
      ReceiptJson receipt =
          hand(
              worker,
              worker.get("/assignments/" + seen.get("id").asText()).as(AssignmentJson.class),
              "no");
      assertEquals("SUBMITTED", receipt.state(), "a wrong answer is never rejected by itself");
      assertEquals(left, worker.get("/task-groups/" + group).as(TaskGroupJson.class).available());
      TaskGroupJson listed = worker.items("/task-groups", TaskGroupJson.class).getFirst();
      assertEquals(left, listed.available());
    }
    assertEquals(1, shapes.size(), shapes.toString());
    assertEquals(Set.of(true, false), kinds);
  }

  @Test
  @Requirement({"QUALITY-32", "HUB-30"})
  void anAnswerThatAgreesWithGoldIsApprovedAtOnceUnlessTheGroupDoesNotWantThat() {
    String group = group(20, 1, 0.5, 6);
    Caller worker = hub.worker();
    assertEquals("APPROVED", firstGold(worker, group, "yes").state());
    String other = group(20, 1, 0.5, 6);
    requester
        .put("/task-groups/" + other + "/quality", Map.of("goldRate", 0.5, "approveOnGold", false))
        .as(GroupQualityJson.class);
    assertEquals("SUBMITTED", firstGold(worker, other, "yes").state());
  }

  @Test
  @Requirement("QUALITY-33")
  void goldNeedsKnownAnswersAndARateThatMakesSense() {
    String group = hub.publish(requester, Choices.group(4, 2));
    String path = "/task-groups/" + group + "/quality";
    List<Object> nonsense =
        List.of(
            Map.of("goldRate", 0.1),
            Map.of("goldRate", -0.1, "goldTasks", golds(1)),
            Map.of("goldRate", 0.51, "goldTasks", golds(1)),
            Map.of("goldRate", 0.1, "goldTasks", List.of(Choices.task("Gold", null))),
            Map.of("goldRate", 0.1, "goldTasks", golds(1001)),
            Map.of("agreement", 0.4),
            Map.of("agreement", 1.1),
            Map.of("agreement", 0.9, "enough", 1),
            Map.of("agreement", 0.9, "enough", 3));
    for (Object wishes : nonsense) {
      assertEquals("invalid", requester.put(path, wishes).refusal(), wishes.toString());
    }
    assertEquals(0, quality(group).goldTasks());
    Map<String, Object> wishes = Map.of("goldRate", 0.5, "goldTasks", golds(3));
    assertEquals(requester.put(path, wishes).text(), requester.put(path, wishes).text());
    assertEquals(3, quality(group).goldTasks());
    assertEquals(8, quality(group).goldAnswersMost());
    assertEquals("not-found", hub.requester().put(path, wishes).refusal());
    assertEquals("forbidden", hub.worker().get(path).refusal());
  }

  private String group(int tasks, int copies, double rate, int golds) {
    String group = hub.publish(requester, Choices.group(tasks, copies));
    requester
        .put(
            "/task-groups/" + group + "/quality",
            Map.of("goldRate", rate, "goldTasks", golds(golds)))
        .as(GroupQualityJson.class);
    return group;
  }

  private static List<Object> golds(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> (Object) Choices.task("Gold " + i, "yes"))
        .toList();
  }

  private GroupQualityJson quality(String group) {
    return requester.get("/task-groups/" + group + "/quality").as(GroupQualityJson.class);
  }

  /** Does all there is; approved by hand where it is not by itself. */
  private List<String> work(Caller worker, String group) {
    List<String> prompts = new ArrayList<>();
    for (int i = 0; ; i++) {
      var accepted = worker.postKey("/task-groups/" + group + "/assignments", "a" + i);
      if (accepted.status() != 201) {
        assertEquals("no-task-left", accepted.refusal());
        return prompts;
      }
      AssignmentJson assignment = accepted.as(AssignmentJson.class);
      prompts.add(assignment.question().prompt());
      if (hand(worker, assignment, "yes").state().equals("SUBMITTED")) {
        assertEquals(200, requester.post("/submissions/" + assignment.id() + "/approve").status());
      }
    }
  }

  private ReceiptJson firstGold(Caller worker, String group, String option) {
    for (int i = 0; i < 20; i++) {
      AssignmentJson assignment = accept(worker, group, group + i);
      ReceiptJson receipt = hand(worker, assignment, option);
      if (assignment.question().prompt().startsWith("Gold")) {
        return receipt;
      }
      assertEquals("SUBMITTED", receipt.state());
    }
    throw new AssertionError("no gold in 20 tasks at a rate of a half");
  }

  private AssignmentJson accept(Caller worker, String group, String key) {
    return hub.accept(worker, group, key);
  }

  private static ReceiptJson hand(Caller worker, AssignmentJson assignment, String option) {
    return worker
        .post("/assignments/" + assignment.id() + "/answer", "k", Choices.option(option))
        .as(ReceiptJson.class);
  }

  private static long total(EarningsJson earnings) {
    return earnings.currencies().getFirst().total().minor();
  }

  private static List<String> shape(JsonNode seen) {
    Set<String> names = new TreeSet<>();
    seen.fieldNames().forEachRemaining(names::add);
    seen.get("question").fieldNames().forEachRemaining(name -> names.add("question." + name));
    return List.copyOf(names);
  }
}
