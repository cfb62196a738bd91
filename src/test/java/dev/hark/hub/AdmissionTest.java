package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.task.Comparison;
import dev.hark.task.Guard;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.MediumJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.NewTaskGroupJson.NewTaskJson;
import dev.hark.wire.PlaceJson;
import dev.hark.wire.QualificationJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.RequirementJson;
import dev.hark.wire.TaskGroupJson;
import dev.hark.wire.WorkerStandingJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class AdmissionTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller worker;
  private Caller owner;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
    owner = hub.requester();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("QUAL-30")
  void everyComparatorSaysWhatItSays() {
    String kind = Qualifying.create(owner, Qualifying.kind("OWNER", null));
    Caller fifty = hub.worker();
    Qualifying.grant(hub, owner, kind, fifty, 50L);
    Map<Comparison, Set<Integer>> meets =
        Map.of(
            Comparison.LESS_THAN, Set.of(60),
            Comparison.AT_MOST, Set.of(50, 60),
            Comparison.EQUAL, Set.of(50),
            Comparison.NOT_EQUAL, Set.of(40, 60),
            Comparison.AT_LEAST, Set.of(40, 50),
            Comparison.GREATER_THAN, Set.of(40),
            Comparison.IN, Set.of(50),
            Comparison.NOT_IN, Set.of(40, 60));
    Set<Comparison> left = EnumSet.allOf(Comparison.class);
    meets.forEach(
        (comparison, values) -> {
          left.remove(comparison);
          for (int value : List.of(40, 50, 60)) {
            String group = post(requires(kind, comparison, (long) value));
            assertEquals(values.contains(value), admits(fifty, group), comparison + " " + value);
            assertEquals(false, admits(worker, group), comparison + " without it");
          }
        });
    assertEquals(Set.of(Comparison.EXISTS, Comparison.DOES_NOT_EXIST), left);
    String having = post(requires(kind, Comparison.EXISTS));
    assertTrue(admits(fifty, having));
    assertTrue(!admits(worker, having));
    String lacking = post(requires(kind, Comparison.DOES_NOT_EXIST));
    assertTrue(!admits(fifty, lacking));
    assertTrue(admits(worker, lacking));
    assertTrue(admits(fifty, post(requires(kind, Comparison.IN, 1L, 50L))));
    assertTrue(!admits(fifty, post(requires(kind, Comparison.NOT_IN, 1L, 50L))));
  }

  @Test
  @Requirement("QUAL-30")
  void absurdRequirementsAreRefused() {
    String kind = Qualifying.create(owner, Qualifying.kind("OWNER", null));
    String others = Qualifying.create(hub.requester(), Qualifying.kind("OWNER", null));
    String shared = Qualifying.create(hub.operator(), Qualifying.kind("OWNER", null));
    String retired = Qualifying.create(owner, Qualifying.kind("OWNER", null));
    owner.post("/qualifications/" + retired + "/retire").as(QualificationJson.class);
    RequirementJson good = requires(kind, Comparison.AT_LEAST, 1L);
    refused("comparator", new RequirementJson(kind, "ROUGHLY", List.of(1L), null, null));
    refused("guards", new RequirementJson(kind, "EQUAL", List.of(1L), null, "EVERYTHING"));
    refused("from 0 to 100", requires(kind, Comparison.AT_LEAST, 101L));
    refused("from 0 to 100", requires(kind, Comparison.AT_LEAST, -1L));
    refused("1 values", requires(kind, Comparison.AT_LEAST));
    refused("1 values", requires(kind, Comparison.EQUAL, 1L, 2L));
    refused("0 values", requires(kind, Comparison.EXISTS, 1L));
    refused("1 to 50 values", requires(kind, Comparison.IN));
    refused(
        "1 to 50 values",
        requires(kind, Comparison.IN, Collections.nCopies(51, 1L).toArray(Long[]::new)));
    refused(
        "values", new RequirementJson(kind, "EQUAL", Collections.singletonList(null), null, null));
    refused("your own", requires(others, Comparison.EXISTS));
    refused("your own", requires("nothing", Comparison.EXISTS));
    refused("retired", requires(retired, Comparison.EXISTS));
    refused("from 0 to 100", requires("share-approved", Comparison.AT_LEAST, 101L));
    refused("no order", Qualifying.lives(Comparison.AT_LEAST, Guard.ACCEPT, "NL"));
    refused("countries", Qualifying.lives(Comparison.IN, Guard.ACCEPT, "Holland"));
    refused("not values", requires("location", Comparison.EQUAL, 1L));
    refused("only location", new RequirementJson(kind, "EQUAL", List.of(1L), List.of("NL"), null));
    refused("at most 10", Collections.nCopies(5000, good).toArray(RequirementJson[]::new));
    assertTrue(owner.get("/task-groups").json().get("items").isEmpty());
    post(requires(shared, Comparison.EXISTS), good);
  }

  private void refused(String expected, RequirementJson... some) {
    Caller.Answered answered =
        owner.post("/task-groups", TestHub.group(1, false, null).requiring(List.of(some)));
    assertEquals("invalid", answered.refusal());
    assertTrue(answered.text().contains(expected), answered::text);
  }

  @Test
  @Requirement("QUAL-31")
  void aGuardKeepsFromWhatItNames() {
    String kind = Qualifying.create(owner, Qualifying.kind("OWNER", null));
    for (Guard guard : Guard.values()) {
      String group = post(Qualifying.requires(kind, Comparison.EXISTS, guard));
      assertEquals(!guard.guardsDiscovery(), isListed(worker, group), guard.name());
      Caller.Answered preview = worker.get("/task-groups/" + group);
      assertEquals(guard.guardsPreview() ? 403 : 200, preview.status(), guard.name());
      assertTrue(!admits(worker, group), guard.name());
      assertEquals(200, owner.get("/task-groups/" + group).status(), "its owner");
      assertEquals(200, hub.operator().get("/task-groups/" + group).status());
      assertTrue(isListed(hub.operator(), group));
      Caller qualified = hub.worker();
      Qualifying.grant(hub, owner, kind, qualified, 1L);
      assertTrue(isListed(qualified, group));
      assertEquals(200, qualified.get("/task-groups/" + group).status());
      assertTrue(admits(qualified, group));
    }
  }

  @Test
  @Requirement("QUAL-31")
  void whoHoldsATaskKeepsItThoughTheyNoLongerQualify() {
    String kind = Qualifying.create(owner, Qualifying.kind("OWNER", null));
    Qualifying.grant(hub, owner, kind, worker, 1L);
    String group =
        post(Qualifying.requires(kind, Comparison.EXISTS, Guard.DISCOVER_PREVIEW_AND_ACCEPT));
    String id = hub.accept(worker, group, "a").id();
    Qualifying.decide(hub, owner, kind, worker, "revoke", null, "Sorry.");
    assertEquals(id, hub.accept(worker, group, "a").id(), "the same key");
    assertEquals(200, worker.get("/assignments/" + id).status());
    assertEquals("SUBMITTED", hub.submit(worker, id, "words").state());
  }

  @Test
  @Requirement("QUAL-31")
  void soundsAndPicturesAreGuardedLikeTheirTasks() {
    String kind = Qualifying.create(owner, Qualifying.kind("OWNER", null));
    String medium =
        owner
            .upload("/media", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8))
            .as(MediumJson.class)
            .id();
    NewTaskGroupJson plain = TestHub.group(2, false, null);
    QuestionJson shown =
        new QuestionJson(
            "form",
            "Look.",
            List.of(),
            null,
            List.of(
                new QuestionJson(
                    "text",
                    "What is it?",
                    List.of(new MediumJson(medium, "image/svg+xml", null, null)),
                    null,
                    null)));
    NewTaskGroupJson group =
        new NewTaskGroupJson(
            plain.title(),
            "JUDGE_PHOTO",
            plain.language(),
            plain.reward(),
            plain.allowedSeconds(),
            plain.needs(),
            plain.keywords(),
            null,
            null,
            List.of(new NewTaskJson(shown, null)));
    String id =
        hub.publish(
            owner,
            group.requiring(
                List.of(Qualifying.requires(kind, Comparison.EXISTS, Guard.PREVIEW_AND_ACCEPT))));
    assertEquals("not-qualified", worker.get("/media/" + medium).refusal());
    assertEquals(200, owner.get("/media/" + medium).status());
    Qualifying.grant(hub, owner, kind, worker, 1L);
    assertEquals(200, worker.get("/media/" + medium).status());
    hub.accept(worker, id, "a");
    Qualifying.decide(hub, owner, kind, worker, "revoke", null, "Sorry.");
    assertEquals(200, worker.get("/media/" + medium).status(), "they hold the task");
    assertEquals("not-qualified", hub.worker().get("/media/" + medium).refusal());
  }

  @Test
  @Requirement("QUAL-32")
  void whereIliveIsWhatIdeclared() {
    String here = post(Qualifying.lives(Comparison.IN, Guard.ACCEPT, "BE", "NL-GR"));
    String notHere =
        post(Qualifying.lives(Comparison.NOT_IN, Guard.DISCOVER_PREVIEW_AND_ACCEPT, "US", "BE"));
    assertTrue(!admits(worker, here));
    assertTrue(!isListed(worker, notHere));
    assertEquals("DECLARE", unmet(worker, here).get(0).get("remedy").asText());
    live(worker, "NL", null);
    assertTrue(!admits(worker, here));
    assertEquals("NL", unmet(worker, here).get(0).get("lives").asText());
    assertEquals("DECLARE", unmet(worker, here).get(0).get("remedy").asText(), "which region?");
    assertTrue(isListed(worker, notHere));
    live(worker, "NL", "NL-NH");
    assertEquals("NONE", unmet(worker, here).get(0).get("remedy").asText());
    live(worker, "NL", "NL-GR");
    assertTrue(admits(worker, here));
    live(worker, "BE", null);
    assertTrue(
        admits(hub.worker(), post(Qualifying.lives(Comparison.DOES_NOT_EXIST, Guard.ACCEPT))));
    assertTrue(!isListed(worker, notHere));
    assertNull(worker.delete("/my/place").as(WorkerStandingJson.class).place());
    assertEquals("invalid", worker.put("/my/place", new PlaceJson("NL", "BE-VLG")).refusal());
    assertEquals("invalid", worker.put("/my/place", new PlaceJson("nl", null)).refusal());
    assertEquals("invalid", worker.put("/my/place", Map.of()).refusal());
  }

  private static void live(Caller caller, String country, @Nullable String region) {
    caller.put("/my/place", new PlaceJson(country, region)).as(WorkerStandingJson.class);
  }

  @Test
  @Requirement({"QUAL-33", "QUAL-34"})
  void approvedAnswersCountAtOnce() {
    String three = post(requires("number-approved", Comparison.AT_LEAST, 3L));
    String share = post(requires("share-approved", Comparison.AT_LEAST, 70L));
    JsonNode none = unmet(worker, share).get(0);
    assertTrue(!none.has("has"));
    assertEquals("MORE_APPROVED", none.get("remedy").asText());
    assertEquals(1, none.get("count").asInt());
    answered("APPROVED");
    answered("REJECTED");
    answered("APPROVED");
    WorkerStandingJson standing = worker.get("/my/standing").as(WorkerStandingJson.class);
    assertEquals(new WorkerStandingJson(3, 2, 66, null), standing);
    JsonNode number = unmet(worker, three).get(0);
    assertEquals(2, number.get("has").asInt());
    assertEquals(1, number.get("count").asInt());
    JsonNode percent = unmet(worker, share).get(0);
    assertEquals(66, percent.get("has").asInt());
    assertEquals(1, percent.get("count").asInt(), "3 of 4 is 75 percent");
    answered("APPROVED");
    assertTrue(admits(worker, three));
    assertTrue(admits(worker, share));
    String all = post(requires("share-approved", Comparison.AT_LEAST, 100L));
    assertEquals("NONE", unmet(worker, all).get(0).get("remedy").asText());
    String few = post(requires("number-approved", Comparison.LESS_THAN, 3L));
    assertEquals("NONE", unmet(worker, few).get(0).get("remedy").asText());
  }

  @Test
  @Requirement("QUAL-33")
  void whatNobodyDecidedOnCountsWhenItIsDue() {
    String one = post(requires("number-approved", Comparison.AT_LEAST, 1L));
    String group = hub.publish(owner, TestHub.group(1, false, null));
    hub.submit(worker, hub.accept(worker, group, "x").id(), "words");
    assertTrue(!admits(worker, one));
    hub.clock.forward(Duration.ofDays(3));
    assertTrue(admits(worker, one));
  }

  @Test
  @Requirement("QUAL-33")
  void theShareThatAnswersBringIsTheShareThatIsTold() {
    for (int i = 0; i < 3; i++) {
      answered("REJECTED");
    }
    String group = post(requires("share-approved", Comparison.GREATER_THAN, 49L));
    int missing = unmet(worker, group).get(0).get("count").asInt();
    assertEquals(3, missing);
    for (int i = 0; i < missing; i++) {
      assertTrue(!admits(worker, group));
      answered("APPROVED");
    }
    assertTrue(admits(worker, group));
  }

  private void answered(String decision) {
    String group = hub.publish(owner, TestHub.group(1, false, null));
    String id = hub.accept(worker, group, "a-" + group).id();
    hub.submit(worker, id, "words");
    if (decision.equals("APPROVED")) {
      owner.post("/submissions/" + id + "/approve");
    } else {
      owner.post("/submissions/" + id + "/reject", rejection());
    }
  }

  private static Object rejection() {
    return new DecisionJson("other", "No.", null);
  }

  @Test
  @Requirement({"QUAL-34", "QUAL-36"})
  void eachReasonSaysWhatWouldHelp() {
    assertEquals("TEST", remedy("TEST", Comparison.AT_LEAST, 2L));
    assertEquals("NONE", remedy("TEST", Comparison.AT_LEAST, 4L), "more than the test can give");
    assertEquals("ASK", remedy("REQUEST", Comparison.AT_LEAST, 80L));
    assertEquals("TAKE", remedy("AUTOMATIC", Comparison.EQUAL, 60L));
    assertEquals("NONE", remedy("AUTOMATIC", Comparison.GREATER_THAN, 60L));
    assertEquals("OWNER", remedy("OWNER", Comparison.EXISTS));
    String kind = Qualifying.create(owner, Qualifying.kind("REQUEST", Qualifying.DAY));
    String group = post(requires(kind, Comparison.AT_LEAST, 50L));
    worker.post("/qualifications/" + kind + "/requests", Map.of());
    assertEquals("PENDING", unmet(worker, group).get(0).get("remedy").asText());
    Qualifying.decide(hub, owner, kind, worker, "deny", null, "No.");
    JsonNode denied = unmet(worker, group).get(0);
    assertEquals("WAIT", denied.get("remedy").asText());
    assertEquals(
        hub.clock.instant().plus(Duration.ofDays(1)).toString(), denied.get("from").asText());
    Qualifying.grant(hub, owner, kind, worker, 20L);
    assertEquals(20, unmet(worker, group).get(0).get("has").asInt());
    Qualifying.decide(hub, owner, kind, worker, "revoke", null, "No.");
    assertEquals("OWNER", unmet(worker, group).get(0).get("remedy").asText());
    owner.post("/qualifications/" + kind + "/retire");
    assertEquals("NONE", unmet(worker, group).get(0).get("remedy").asText());
    String barred = post(requires(kind, Comparison.DOES_NOT_EXIST));
    assertTrue(barred.isEmpty(), "retired kinds are not asked for anew");
  }

  @Test
  @Requirement({"QUAL-34", "QUAL-36"})
  void theRefusalSaysItInASentenceAndAsData() {
    String kind = Qualifying.create(owner, Qualifying.kind("TEST", null));
    String group =
        post(
            requires(kind, Comparison.AT_LEAST, 3L),
            requires("number-approved", Comparison.AT_LEAST, 12L));
    Caller.Answered refused = worker.postKey("/task-groups/" + group + "/assignments", "a");
    assertEquals(403, refused.status());
    assertEquals("not-qualified", refused.refusal());
    assertEquals(
        "You do not qualify for this: Dutch by ear, at least 3; you do not have it; take the test"
            + " of 2 questions; also at least 12 approved answers; 0 is what you have; 12 more"
            + " answers have to be approved.",
        refused.json().get("detail").asText());
    assertEquals(2, refused.json().get("unmet").size());
    TaskGroupJson seen = worker.get("/task-groups/" + group).as(TaskGroupJson.class);
    assertEquals(false, seen.qualified());
    assertEquals(2, seen.unmet() == null ? 0 : seen.unmet().size());
    assertEquals(2, seen.qualifications() == null ? 0 : seen.qualifications().size());
    TaskGroupJson open =
        worker
            .get("/task-groups/" + hub.publish(owner, TestHub.group(1, false, null)))
            .as(TaskGroupJson.class);
    assertEquals(true, open.qualified());
    assertNull(open.unmet());
    assertNull(owner.get("/task-groups/" + group).as(TaskGroupJson.class).qualified());
  }

  @Test
  @Requirement("QUAL-3")
  void aRetiredKindGoesOnInTheGroupsThatRequireIt() {
    String kind = Qualifying.create(owner, Qualifying.kind("OWNER", null));
    Qualifying.grant(hub, owner, kind, worker, 50L);
    String group =
        post(Qualifying.requires(kind, Comparison.EXISTS, Guard.DISCOVER_PREVIEW_AND_ACCEPT));
    owner.post("/qualifications/" + kind + "/retire");
    assertTrue(isListed(worker, group));
    assertTrue(admits(worker, group));
  }

  private String remedy(String way, Comparison comparison, Long... values) {
    String kind = Qualifying.create(owner, Qualifying.kind(way, null));
    return unmet(worker, post(requires(kind, comparison, values))).get(0).get("remedy").asText();
  }

  private static RequirementJson requires(String kind, Comparison comparison, Long... values) {
    return Qualifying.requires(kind, comparison, Guard.ACCEPT, values);
  }

  /** The new group's id; empty where it was refused. */
  private String post(RequirementJson... some) {
    Caller.Answered answered =
        owner.post("/task-groups", TestHub.group(1, false, 20).requiring(List.of(some)));
    return answered.status() == 201 ? answered.json().get("id").asText() : "";
  }

  /** Accepts and gives back where it may. */
  private boolean admits(Caller caller, String group) {
    Caller.Answered answered =
        caller.postKey(
            "/task-groups/" + group + "/assignments", "k" + hub.clock.instant() + Math.random());
    if (answered.status() == 201) {
      caller.post("/assignments/" + answered.json().get("id").asText() + "/return");
      return true;
    }
    assertEquals("not-qualified", answered.refusal());
    return false;
  }

  private static boolean isListed(Caller caller, String group) {
    for (JsonNode item : caller.get("/task-groups?limit=1000").json().get("items")) {
      if (item.get("id").asText().equals(group)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode unmet(Caller caller, String group) {
    return caller.get("/task-groups/" + group).json().get("unmet");
  }
}
