package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.hub.Caller.Answered;
import dev.hark.hub.ledger.Book;
import dev.hark.task.Money;
import dev.hark.wire.PostedGroupJson;
import dev.hark.wire.PostedGroupJson.AnswersJson;
import dev.hark.wire.TaskGroupJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PostedTest extends WorkingHub {
  @Test
  @Requirement("TASK-1")
  void aDraftIsSeenByItsRequesterOnlyUntilItIsPublished() {
    String id = hub.publish(requester, Drafted.group(2, null));
    assertEquals("DRAFT", posted(id).state());
    assertEquals(new AnswersJson(0, 0, 0, 0, 0), posted(id).answers());
    assertEquals("not-found", worker.get("/task-groups/" + id).refusal());
    assertEquals("not-found", take(worker, id, "a").refusal());
    assertEquals("not-found", hub.requester().get("/posted/" + id).refusal());
    assertEquals("not-found", hub.requester().post("/posted/" + id + "/publish").refusal());
    assertTrue(worker.get("/task-groups").json().get("items").isEmpty());

    hub.clock.forward(Duration.ofHours(1));
    PostedGroupJson published =
        requester.post("/posted/" + id + "/publish").as(PostedGroupJson.class);
    assertEquals("PUBLISHED", published.state());
    assertEquals(hub.clock.instant(), published.published());
    assertEquals(2, published.answers().open());
    assertEquals(published, requester.post("/posted/" + id + "/publish").as(PostedGroupJson.class));
    hub.accept(worker, id, "a");
  }

  @Test
  @Requirement("TASK-1")
  void publishingADraftNeedsTheMoney() {
    Caller poor = hub.requester();
    int tasks = 56;
    int copies = 500;
    String first = hub.publish(poor, Drafted.group(tasks, copies));
    String second = hub.publish(poor, Drafted.group(tasks, copies));
    assertEquals(10_000_00, balance(poor));
    assertEquals(200, poor.post("/posted/" + first + "/publish").status());
    assertEquals(200, poor.post("/posted/" + first + "/publish").status());
    assertEquals(10_000_00 - tasks * copies * 18, balance(poor));
    assertEquals("not-covered", poor.post("/posted/" + second + "/publish").refusal());
    assertEquals("DRAFT", poor.get("/posted/" + second).as(PostedGroupJson.class).state());
    assertEquals("not-found", take(worker, second, "a").refusal());
    hub.hub.services().ledger().deposit(poor.id(), Money.of(10_000_00, "EUR"), "more");
    assertEquals(200, poor.post("/posted/" + second + "/publish").status());
  }

  @Test
  @Requirement("TASK-14")
  void moneyIsSetAsideForWhatIsWantedAndComesBackForWhatIsNot() {
    long all = balance(requester);
    String id = hub.publish(requester, Drafted.lasting(3, 600));
    assertEquals(all - 3 * 18, balance(requester));
    extend(id, "a", Map.of("answers", 1)).as(PostedGroupJson.class);
    assertEquals(all - 6 * 18, balance(requester));
    Map<String, Object> one = Map.of("tasks", TestHub.group(1, false, null).tasks());
    requester.post("/posted/" + id + "/tasks", "k", one).as(PostedGroupJson.class);
    assertEquals(all - 8 * 18, balance(requester), "two answers for one more task");
    String held = hub.accept(worker, id, "a").id();
    hub.accept(hub.worker(), id, "a");
    requester.post("/posted/" + id + "/expire").as(PostedGroupJson.class);
    assertEquals(all - 2 * 18, balance(requester), "two are held");
    hub.submit(worker, held, "words");
    hub.clock.forward(Duration.ofHours(1));
    requester.get("/posted");
    assertEquals(all - 18, balance(requester), "the other lease ran out");
    requester.post("/submissions/" + held + "/approve");
    assertEquals(204, requester.delete("/posted/" + id).status());
    assertEquals(all - 18, balance(requester));
    assertEquals(0, hub.hub.services().ledger().balance(Book.escrow(id), "EUR"));
    String end = hub.clock.instant().plusSeconds(60).toString();
    assertEquals("not-found", extend(id, "b", Map.of("expires", end)).refusal());
  }

  private long balance(Caller of) {
    return hub.hub.services().ledger().balance(Book.requester(of.id()), "EUR");
  }

  @Test
  @Requirement("TASK-2")
  void afterItsLifetimeNobodyCanTakeATaskAndWhatIsHeldIsHandedIn() {
    String id = hub.publish(requester, Drafted.lasting(2, 600));
    hub.clock.forward(Duration.ofSeconds(599));
    String held = hub.accept(worker, id, "a").id();
    hub.clock.forward(Duration.ofSeconds(1));
    Caller other = hub.worker();
    Answered late = take(other, id, "a");
    assertEquals("group-expired", late.refusal());
    assertEquals(TestClock.START.plusSeconds(600).toString(), late.json().get("at").asText());
    assertTrue(other.get("/task-groups").json().get("items").isEmpty());
    assertEquals(0, other.get("/task-groups/" + id).as(TaskGroupJson.class).available());
    hub.clock.forward(Duration.ofSeconds(100));
    assertEquals("SUBMITTED", hub.submit(worker, held, "words").state());
    assertEquals("EXPIRED", posted(id).state());
    assertEquals(new AnswersJson(0, 0, 1, 0, 0), posted(id).answers());
  }

  @Test
  @Requirement({"TASK-2", "TASK-7"})
  void whatNobodyTookIsPaidForNoLongerOnceTheGroupIsOver() {
    String id = hub.publish(requester, Drafted.lasting(3, 600));
    hub.accept(worker, id, "a");
    long reserved = openSlots(id);
    assertEquals(3, reserved);
    hub.clock.forward(Duration.ofMinutes(10));
    requester.get("/posted");
    assertEquals(0, openSlots(id), "the lease ran out long ago, and all are withdrawn");

    String now = hub.publish(requester, Drafted.lasting(3, 6000));
    hub.accept(worker, now, "b");
    requester.post("/posted/" + now + "/expire").as(PostedGroupJson.class);
    assertEquals(1, openSlots(now), "the one that is held");
    hub.clock.forward(Duration.ofMinutes(8));
    requester.get("/posted");
    assertEquals(0, openSlots(now));
  }

  @Test
  @Requirement({"TASK-3", "TASK-6"})
  void moreAnswersAreGivenToOtherWorkersOnceForOneCall() {
    String id = hub.publish(requester, TestHub.group(2, false, null));
    String first = hub.accept(worker, id, "a").id();
    hub.submit(worker, first, "words");
    for (int i = 0; i < 3; i++) {
      PostedGroupJson more = extend(id, "once", Map.of("answers", 2)).as(PostedGroupJson.class);
      assertEquals(3, more.copies());
      assertEquals(5, more.answers().open());
    }
    assertEquals("invalid", extend(id, "once", Map.of("answers", 3)).refusal());
    int answers = 1;
    for (int i = 0; i < 4; i++) {
      Caller other = hub.worker();
      for (int task = 0; task < 2; task++) {
        Answered taken = take(other, id, "t" + task);
        if (taken.status() == 201) {
          hub.submit(other, taken.json().get("id").asText(), "words");
          answers++;
        }
      }
    }
    take(worker, id, "last");
    assertEquals(6, answers, "three for each task, and no more");
  }

  @Test
  @Requirement("TASK-6")
  void aLaterEndOpensWhatHadExpired() {
    String id = hub.publish(requester, Drafted.lasting(2, 600));
    hub.clock.forward(Duration.ofSeconds(601));
    requester.get("/posted");
    assertEquals("invalid", extend(id, "a", Map.of("answers", 1)).refusal());
    String end = hub.clock.instant().plusSeconds(50).toString();
    assertEquals("invalid", extend(id, "b", Map.of("expires", "2020-01-01T00:00:00Z")).refusal());
    PostedGroupJson open = extend(id, "c", Map.of("expires", end)).as(PostedGroupJson.class);
    assertEquals("PUBLISHED", open.state());
    assertEquals(2, open.answers().open());
    hub.accept(worker, id, "a");
    hub.clock.forward(Duration.ofSeconds(50));
    assertEquals("group-expired", take(hub.worker(), id, "a").refusal());
    String never = hub.publish(requester, TestHub.group(1, false, null));
    assertEquals("invalid", extend(never, "d", Map.of("expires", end)).refusal());
  }

  @Test
  @Requirement("TASK-8")
  void aGroupIsDeletedOnceNothingIsHeldOrUndecidedAndItsAnswersStay() {
    String id = hub.publish(requester, TestHub.group(2, false, null));
    String held = hub.accept(worker, id, "a").id();
    Answered busy = requester.delete("/posted/" + id);
    assertEquals("group-busy", busy.refusal());
    assertEquals(List.of("1", "0"), List.of(args(busy, 0), args(busy, 1)));
    hub.submit(worker, held, "words");
    assertEquals("group-busy", requester.delete("/posted/" + id).refusal());
    assertEquals("PUBLISHED", posted(id).state(), "what is refused changes nothing");
    assertEquals(1, posted(id).answers().open());
    requester.post("/submissions/" + held + "/approve");

    assertEquals(204, requester.delete("/posted/" + id).status());
    assertEquals(204, requester.delete("/posted/" + id).status());
    assertEquals("DELETED", posted(id).state());
    assertTrue(requester.get("/posted").json().get("items").isEmpty());
    assertEquals("not-found", take(hub.worker(), id, "a").refusal());
    assertEquals("not-found", hub.worker().get("/task-groups/" + id).refusal());
    assertEquals(
        held,
        requester
            .get("/posted/" + id + "/submissions")
            .json()
            .at("/items/0/assignmentId")
            .asText());
    assertEquals("APPROVED", worker.get("/assignments/" + held).json().get("state").asText());
    assertEquals("not-found", requester.post("/posted/" + id + "/publish").refusal());
  }

  @Test
  @Requirement("TASK-9")
  void tasksAreAddedAllOrNothingAndOnceForOneKey() {
    String id = hub.publish(requester, TestHub.group(1, false, 2));
    Map<String, Object> two = Map.of("tasks", Drafted.group(2, null).tasks());
    for (int i = 0; i < 2; i++) {
      PostedGroupJson more =
          requester.post("/posted/" + id + "/tasks", "k", two).as(PostedGroupJson.class);
      assertEquals(3, more.tasks());
      assertEquals(6, more.answers().open());
    }
    assertEquals("invalid", requester.post("/posted/" + id + "/tasks", two).refusal());
    List<Object> broken = new ArrayList<>(Drafted.group(2, null).tasks());
    broken.add(Map.of("question", Map.of("type", "text", "prompt", "", "media", List.of())));
    assertEquals(
        "invalid",
        requester.post("/posted/" + id + "/tasks", "l", Map.of("tasks", broken)).refusal());
    assertEquals(3, posted(id).tasks());
  }

  @Test
  @Requirement("TASK-4")
  void annotationsComeBackWithAnswersAndNobodyElseSeesThem() {
    String id = hub.publish(requester, Drafted.lasting(2, 600));
    Answered taken = take(worker, id, "a");
    hub.submit(worker, taken.json().get("id").asText(), "words");
    for (String path : new String[] {"/submissions", "/posted/" + id + "/submissions"}) {
      JsonNode answer = requester.get(path).json().at("/items/0");
      assertEquals("batch 7", answer.get("annotation").asText());
      assertEquals("row 0", answer.get("taskAnnotation").asText());
    }
    assertEquals("batch 7", posted(id).annotation());
    String seen = taken.text() + worker.get("/task-groups/" + id).text();
    assertFalse(seen.contains("batch 7") || seen.contains("row 0"), seen);
  }

  @Test
  @Requirement("TASK-5")
  void groupsOfHigherPriorityComeFirst() {
    String low = hub.publish(requester, TestHub.group(1, false, null));
    String high = hub.publish(requester, TestHub.group(1, false, null));
    assertEquals(
        7,
        requester
            .put("/posted/" + low + "/priority", Map.of("priority", 7))
            .as(PostedGroupJson.class)
            .priority());
    assertEquals(low, worker.get("/task-groups").json().at("/items/0/id").asText());
    assertEquals(high, worker.get("/task-groups").json().at("/items/1/id").asText());
    assertEquals(
        "invalid",
        requester.put("/posted/" + low + "/priority", Map.of("priority", 1001)).refusal());
  }

  @Test
  @Requirement({"TASK-10", "TASK-11"})
  void ownGroupsTasksAndAnswersComeInPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.addFirst(hub.publish(requester, TestHub.group(3, false, null)));
      hub.clock.forward(Duration.ofSeconds(1));
    }
    hub.publish(hub.requester(), TestHub.group(1, false, null));
    assertEquals(ids, pages("/posted?limit=2", "id"));
    String id = ids.getFirst();
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Caller one = hub.worker();
      answers.add(hub.accept(one, id, "a").id());
      hub.submit(one, answers.getLast(), "words " + i);
      hub.clock.forward(Duration.ofSeconds(1));
    }
    requester.post("/submissions/" + answers.get(0) + "/approve");
    requester.post("/submissions/" + answers.get(1) + "/reject", TestHub.rejection("No."));
    AnswersJson counts = posted(id).answers();
    assertEquals(List.of(1, 1, 1), List.of(counts.waiting(), counts.approved(), counts.rejected()));
    assertEquals(answers, pages("/posted/" + id + "/submissions?limit=2", "assignmentId"));
    List<String> tasks = pages("/posted/" + id + "/tasks?limit=2", "id");
    assertEquals(3, new HashSet<>(tasks).size());
    JsonNode first = requester.get("/posted/" + id + "/tasks").json().at("/items/0");
    assertEquals("Write what you hear, clip 0", first.at("/question/prompt").asText());
    assertEquals(1, first.get("answers").asInt());
    assertNull(first.get("annotation"));
    assertEquals("not-found", hub.requester().get("/posted/" + id + "/tasks").refusal());
  }

  @Test
  @Requirement("TASK-12")
  void tenThousandTasksArePostedInOneCallAndOneMoreIsTooMany() {
    Answered answered = requester.post("/task-groups", "many", TestHub.group(10_000, false, null));
    String id = answered.as(TaskGroupJson.class).id();
    assertEquals(10_000, posted(id).answers().open());
    assertEquals(
        id,
        requester
            .post("/task-groups", "many", TestHub.group(10_000, false, null))
            .as(TaskGroupJson.class)
            .id());
    hub.accept(worker, id, "a");
    assertEquals(
        "invalid", requester.post("/task-groups", TestHub.group(10_001, false, null)).refusal());
    assertEquals(
        "invalid", requester.post("/task-groups", TestHub.group(3_001, false, 10)).refusal());
    assertEquals(1, requester.get("/posted").json().get("items").size());
  }

  @Test
  @Requirement("TASK-13")
  void wrongTermsAreNamedAndNothingIsPosted() {
    rejected("lifetimeSeconds", Drafted.lasting(1, 0));
    rejected("lifetimeSeconds", Drafted.lasting(1, 366L * 86_400 + 1));
    assertEquals(201, requester.post("/task-groups", Drafted.lasting(1, 366L * 86_400)).status());
    assertEquals("invalid", extend("none", "k", Map.of("answers", -1)).refusal());
    assertEquals("not-found", extend("none", "k", Map.of("answers", 1)).refusal());
    String id = hub.publish(requester, TestHub.group(1, false, 999));
    assertEquals("invalid", extend(id, "k", Map.of("answers", 2)).refusal());
    assertEquals(200, extend(id, "l", Map.of("answers", 1)).status());
    assertEquals(
        "invalid", requester.post("/posted/" + id + "/extend", Map.of("answers", 1)).refusal());
  }

  private void rejected(String member, Object group) {
    Answered answered = requester.post("/task-groups", group);
    assertEquals("invalid", answered.refusal());
    assertTrue(answered.text().contains(member), answered.text());
  }

  private List<String> pages(String path, String member) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = requester.get(path + cursor).json();
      page.get("items").forEach(item -> seen.add(item.get(member).asText()));
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    return seen;
  }

  private PostedGroupJson posted(String id) {
    return requester.get("/posted/" + id).as(PostedGroupJson.class);
  }

  private Answered extend(String id, String key, Object more) {
    return requester.post("/posted/" + id + "/extend", key, more);
  }

  private static Answered take(Caller by, String group, String key) {
    return by.postKey("/task-groups/" + group + "/assignments", key);
  }

  private static String args(Answered refused, int at) {
    return refused.json().get("args").get(at).asText();
  }

  private long openSlots(String id) {
    return hub.hub
        .services()
        .store()
        .read(
            handle ->
                handle
                    .createQuery("select open_slots from task_group where id = :id")
                    .bind("id", id)
                    .mapTo(Long.class)
                    .one());
  }
}
