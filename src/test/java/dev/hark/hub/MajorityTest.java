package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.GroupQualityJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.SubmissionJson;
import dev.hark.wire.TaskResultJson;
import dev.hark.wire.TaskResultJson.MergedJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class MajorityTest {
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
  @Requirement("QUALITY-40")
  void aRequesterSeesWhatTheAnswersSayTogetherAndWhatEachWeighs() {
    String group = hub.publish(requester, Choices.group(2, 3));
    answer(hub.worker(), group, "yes");
    answer(hub.worker(), group, "yes");
    List<TaskResultJson> early = results(group);
    assertEquals(
        List.of("Task 0", "Task 1"), early.stream().map(r -> r.question().prompt()).toList());
    answer(hub.worker(), group, "yes");
    answer(hub.worker(), group, "yes");
    answer(hub.worker(), group, "no");
    TaskResultJson first = results(group).getFirst();
    MergedJson merged = first.merged();
    assertNotNull(merged);
    assertEquals("yes", merged.option());
    assertEquals("Option yes", merged.label());
    assertEquals(3, merged.answers());
    assertEquals(2, merged.agreeing());
    assertTrue(merged.probability() > 0.6 && merged.probability() < 1, merged.toString());
    assertTrue(
        first.answers().stream()
            .allMatch(one -> one.weight() != null && one.weight() > 0 && one.weight() < 1));
    List<String> known =
        requester.items("/submissions?limit=3", SubmissionJson.class).stream()
            .map(SubmissionJson::worker)
            .toList();
    assertTrue(first.answers().stream().anyMatch(one -> known.contains(one.worker())));
    var page = requester.get("/task-groups/" + group + "/results?limit=1").json();
    assertEquals(1, page.get("items").size());
    List<TaskResultJson> rest =
        requester.items(
            "/task-groups/" + group + "/results?limit=1&cursor=" + page.get("next").asText(),
            TaskResultJson.class);
    assertEquals("Task 1", rest.getFirst().question().prompt());
    assertEquals("not-found", hub.requester().get("/task-groups/" + group + "/results").refusal());
  }

  @Test
  @Requirement("QUALITY-40")
  void aTaskThatIsNoChoiceHasItsAnswersAndNothingMerged() {
    String group = hub.publish(requester, TestHub.group(1, false, 2));
    String id = hub.accept(hub.worker(), group, "a").id();
    assertNull(results(group).getFirst().merged());
    assertEquals(List.of(), results(group).getFirst().answers());
    assertEquals(12, id.length());
  }

  @Test
  @Requirement("QUALITY-41")
  void whoAgreesWithEnoughOthersIsApprovedAndNobodyIsRejected() {
    String group = hub.publish(requester, Choices.group(1, 3));
    wish(group, Map.of("agreement", 0.6));
    List<Caller> workers = List.of(hub.worker(), hub.worker(), hub.worker());
    String first = answer(workers.get(0), group, "yes");
    String odd = answer(workers.get(1), group, "no");
    assertEquals("SUBMITTED", state(workers.get(0), first));
    String third = answer(workers.get(2), group, "yes");
    assertEquals("APPROVED", state(workers.get(0), first));
    assertEquals("SUBMITTED", state(workers.get(1), odd));
    assertEquals("APPROVED", state(workers.get(2), third));
    List<SubmissionJson> approved =
        requester.items("/submissions?state=approved", SubmissionJson.class);
    assertTrue(approved.stream().allMatch(one -> "AGREEMENT".equals(one.decidedAs())));
    assertEquals(2, approved.size());
  }

  @Test
  @Requirement("QUALITY-41")
  void enoughAndTheThresholdAreTheRequesters() {
    String group = hub.publish(requester, Choices.group(1, 3));
    wish(group, Map.of("agreement", 0.6, "enough", 2));
    Caller one = hub.worker();
    String first = answer(one, group, "yes");
    answer(hub.worker(), group, "yes");
    assertEquals("APPROVED", state(one, first), "two are enough");

    String strict = hub.publish(requester, Choices.group(1, 3));
    wish(strict, Map.of("agreement", 0.999));
    String doubtful = answer(one, strict, "yes");
    answer(hub.worker(), strict, "yes");
    answer(hub.worker(), strict, "no");
    assertEquals("SUBMITTED", state(one, doubtful));
  }

  @Test
  @Requirement("QUALITY-42")
  void whatIsRejectedCountsNotUntilItIsTurnedRoundAndWhatIsRedoneCountsAnew() {
    String group = hub.publish(requester, Choices.group(1, 3));
    List<Caller> workers = List.of(hub.worker(), hub.worker(), hub.worker());
    String first = answer(workers.get(0), group, "no");
    String second = answer(workers.get(1), group, "no");
    String third = answer(workers.get(2), group, "yes");
    assertEquals("no", merged(group).option());
    double doubt = merged(group).probability();
    requester.post("/submissions/" + first + "/reject", TestHub.rejection("No."));
    assertEquals(2, merged(group).answers());
    requester.post("/submissions/" + first + "/overturn").as(SubmissionJson.class);
    assertEquals(3, merged(group).answers());
    assertEquals(doubt, merged(group).probability(), 1e-2);
    requester
        .post("/submissions/" + second + "/redo", new NewRedoJson("Look again.", 600L))
        .as(SubmissionJson.class);
    workers.get(1).post("/assignments/" + second + "/answer", "k2", Choices.option("yes"));
    assertEquals("yes", merged(group).option());
    assertEquals(2, merged(group).agreeing());
    assertEquals("SUBMITTED", state(workers.get(2), third));
  }

  private MergedJson merged(String group) {
    MergedJson merged = results(group).getFirst().merged();
    assertNotNull(merged);
    return merged;
  }

  private void wish(String group, Map<String, Object> wishes) {
    requester.put("/task-groups/" + group + "/quality", wishes).as(GroupQualityJson.class);
  }

  private List<TaskResultJson> results(String group) {
    return new ArrayList<>(
        requester.items("/task-groups/" + group + "/results", TaskResultJson.class));
  }

  private String answer(Caller worker, String group, String option) {
    String id = hub.accept(worker, group, "a-" + group).id();
    assertEquals(
        200,
        worker.post("/assignments/" + id + "/answer", "k-" + id, Choices.option(option)).status());
    return id;
  }

  private static String state(Caller worker, String id) {
    return worker.get("/assignments/" + id).as(AssignmentJson.class).state();
  }
}
