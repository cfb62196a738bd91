package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.EarningsJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.RejectionJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.SubmissionJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DecisionTest extends WorkingHub {
  @Test
  @Requirement("QUALITY-1")
  void aRejectionWithoutACodeIsToldTheCodes() {
    String id = answered(group(1));
    for (Object body :
        List.of(
            Map.of("reason", "Not what I asked."), Map.of("code", "bad", "reason", "No."), "{}")) {
      var refused = requester.post("/submissions/" + id + "/reject", body);
      assertEquals(400, refused.status());
      assertEquals("rejection-code", refused.refusal());
      assertTrue(
          refused
              .json()
              .get("detail")
              .asText()
              .contains(
                  "off-topic, empty, wrong-language, not-following-instructions, copied, spam,"
                      + " other"),
          refused.text());
    }
    assertEquals("SUBMITTED", assignment(id).state());
  }

  @Test
  @Requirement("QUALITY-2")
  void aWorkerSeesAllRejectionsWithReasonAndWhoAndUntilWhen() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.addFirst(answered(group(1)));
      reject(i == 1 ? hub.operator() : requester, ids.getFirst(), "copied", "Number " + i + ".");
      hub.clock.forward(Duration.ofMinutes(1));
    }
    var first = worker.get("/rejections?limit=2").json();
    List<RejectionJson> seen = new ArrayList<>(rejections(worker, "/rejections?limit=2"));
    seen.addAll(rejections(worker, "/rejections?limit=2&cursor=" + first.get("next").asText()));
    assertEquals(ids, seen.stream().map(RejectionJson::assignmentId).toList());
    RejectionJson middle = seen.get(1);
    assertEquals("copied", middle.code());
    assertEquals("Number 1.", middle.reason());
    assertEquals("OPERATOR", middle.by());
    assertEquals("REQUESTER", seen.getFirst().by());
    assertEquals("Radio Archive", middle.requester());
    assertEquals(middle.rejected().plus(Duration.ofDays(7)), middle.answerUntil());
    assertEquals(List.of(), rejections(hub.worker(), "/rejections"));
  }

  @Test
  @Requirement("QUALITY-3")
  void aWorkerAnswersARejectionOnceAndInTime() {
    String id = answered(group(1));
    assertEquals("not-rejected", object(worker, id, "Why?").refusal());
    reject(requester, id, "spam", "You did not listen.");
    assertEquals("not-found", object(hub.worker(), id, "Mine.").refusal());
    assertEquals("invalid", object(worker, id, " ").refusal());
    assertEquals("invalid", object(worker, id, "x".repeat(1001)).refusal());
    RejectionJson said = object(worker, id, "I listened twice.").as(RejectionJson.class);
    assertEquals("I listened twice.", said.objection());
    assertEquals(said, object(worker, id, "I listened twice.").as(RejectionJson.class));
    assertEquals("objected", object(worker, id, "Really.").refusal());
    for (Caller judge : List.of(requester, hub.operator())) {
      assertEquals(
          List.of(said),
          rejections(judge, "/objections").stream().map(one -> one.by(said.worker())).toList());
    }
    assertEquals(List.of(), rejections(hub.requester(), "/objections"));

    String late = answered(group(1));
    reject(requester, late, "empty", "Nothing there.");
    hub.clock.forward(Duration.ofDays(7));
    assertEquals("objection-late", object(worker, late, "There is.").refusal());
  }

  @Test
  @Requirement({"QUALITY-7", "LEDGER-8"})
  void anObjectionIsDismissedInWordsOnceAndIsOpenNoMore() {
    String group = group(1);
    String id = answered(group);
    assertEquals("not-rejected", dismiss(requester, id, "No.").refusal());
    requester.post("/submissions/" + id + "/reject", new DecisionJson("other", "No.", false));
    assertEquals("not-objected", dismiss(requester, id, "No.").refusal());
    object(worker, id, "I listened twice.");
    assertEquals("not-found", dismiss(hub.requester(), id, "No.").refusal());
    assertEquals("forbidden", dismiss(worker, id, "No.").refusal());
    assertEquals("invalid", dismiss(requester, id, " ").refusal());
    assertEquals("invalid", dismiss(requester, id, "x".repeat(1001)).refusal());
    hub.clock.forward(Duration.ofDays(30));
    assertEquals(18, hub.hub.services().ledger().balance(Book.kept(id), "EUR"));
    Caller moderator = hub.register(hub.operator(), "MODERATOR", "Mo");
    RejectionJson said = dismiss(moderator, id, "So did I.").as(RejectionJson.class);
    assertEquals("So did I.", said.dismissal());
    assertEquals(hub.clock.instant(), said.dismissed());
    assertEquals("So did I.", rejections(worker, "/rejections").getFirst().dismissal());
    assertEquals(200, dismiss(requester, id, "So did I.").status());
    assertEquals("dismissed", dismiss(requester, id, "Other words.").refusal());
    assertEquals(List.of(), rejections(requester, "/objections"));
    assertEquals(List.of(), rejections(moderator, "/objections"));
    assertEquals(0, hub.hub.services().ledger().balance(Book.kept(id), "EUR"));
    assertEquals(
        1,
        worker.get("/events?limit=1000").json().get("items").findValuesAsText("kind").stream()
            .filter("assignment.objection-dismissed"::equals)
            .count());
    requester.post("/submissions/" + id + "/overturn").as(SubmissionJson.class);
    assertEquals("APPROVED", assignment(id).state());
    assertEquals("not-rejected", dismiss(requester, id, "So did I.").refusal());
  }

  private static Caller.Answered dismiss(Caller by, String id, String words) {
    return by.post("/submissions/" + id + "/dismiss", new ObjectionJson(words));
  }

  @Test
  @Requirement("QUALITY-4")
  void aRejectionTurnedRoundIsPaidAndCountsAsApproved() {
    String id = answered(group(1));
    String overturn = "/submissions/" + id + "/overturn";
    assertEquals("not-rejected", requester.post(overturn).refusal());
    reject(requester, id, "off-topic", "About something else.");
    assertEquals(0, known().approved());
    object(worker, id, "It is not.");
    hub.clock.forward(Duration.ofHours(5));
    assertEquals("not-found", hub.requester().post(overturn).refusal());
    SubmissionJson turned = requester.post(overturn).as(SubmissionJson.class);
    assertEquals("APPROVED", turned.state());
    assertEquals("OVERTURNED", turned.decidedAs());
    SubmissionJson same = hub.operator().post(overturn).as(SubmissionJson.class);
    assertEquals(turned, same.by(turned.worker()));

    assertEquals("APPROVED", assignment(id).state());
    assertNull(assignment(id).reason());
    assertEquals(List.of(), rejections(worker, "/rejections"));
    assertEquals(List.of(), rejections(requester, "/objections"));
    assertEquals("not-rejected", object(worker, id, "Thanks.").refusal());
    assertEquals(18, earned());
    assertEquals(1, known().decided());
    assertEquals(1, known().approved());
    assertEquals(5 * 3600L, known().secondsToPay());
  }

  @Test
  @Requirement("QUALITY-4")
  void aModeratorSeesObjectionsAndTurnsRejectionsRoundAndDecidesNothingElse() {
    Caller moderator = hub.register(hub.operator(), "MODERATOR", "Mo");
    String id = answered(group(1));
    reject(requester, id, "off-topic", "About something else.");
    object(worker, id, "It is not.");
    assertEquals(1, rejections(moderator, "/objections").size());
    assertEquals("forbidden", moderator.post("/submissions/" + id + "/approve").refusal());
    moderator.post("/submissions/" + id + "/overturn").as(SubmissionJson.class);
    assertEquals("APPROVED", assignment(id).state());
    assertEquals(18, earned());
    assertEquals("forbidden", hub.worker().get("/objections").refusal());
  }

  @Test
  @Requirement("QUALITY-5")
  void aRejectedTaskIsGivenToSomebodyElse() {
    String group = group(1);
    String id = answered(group);
    Caller other = hub.worker();
    assertEquals("no-task-left", accept(other, group).refusal());
    reject(requester, id, "empty", "Nothing there.");
    assertEquals("no-task-left", accept(worker, group).refusal());
    String second = accept(other, group).as(AssignmentJson.class).id();
    requester.post("/submissions/" + id + "/overturn").as(SubmissionJson.class);
    assertEquals("SUBMITTED", hub.submit(other, second, "words").state());

    String wanted = group(1);
    String third = answered(wanted);
    reject(requester, third, "empty", "Nothing there.");
    requester.post("/submissions/" + third + "/overturn").as(SubmissionJson.class);
    assertEquals("no-task-left", accept(other, wanted).refusal());

    String enough = group(1);
    String fourth = answered(enough);
    requester
        .post("/submissions/" + fourth + "/reject", new DecisionJson("other", "No.", false))
        .as(SubmissionJson.class);
    assertEquals("no-task-left", accept(other, enough).refusal());
  }

  private String group(int tasks) {
    return hub.publish(requester, TestHub.group(tasks, false, null));
  }

  private String answered(String group) {
    String id = hub.accept(worker, group, "a-" + group).id();
    hub.submit(worker, id, "words");
    return id;
  }

  private static Caller.Answered accept(Caller by, String group) {
    return by.postKey("/task-groups/" + group + "/assignments", "b-" + group);
  }

  private static void reject(Caller by, String id, String code, String reason) {
    by.post("/submissions/" + id + "/reject", new DecisionJson(code, reason, null))
        .as(SubmissionJson.class);
  }

  private static Caller.Answered object(Caller by, String id, String words) {
    return by.post("/assignments/" + id + "/objection", new ObjectionJson(words));
  }

  private static List<RejectionJson> rejections(Caller by, String path) {
    return by.items(path, RejectionJson.class);
  }

  private AssignmentJson assignment(String id) {
    return worker.get("/assignments/" + id).as(AssignmentJson.class);
  }

  private RequesterJson known() {
    return worker.get("/requesters/" + requester.id()).as(RequesterJson.class);
  }

  private long earned() {
    return worker.get("/earnings").as(EarningsJson.class).currencies().getFirst().total().minor();
  }
}
