package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.hub.account.Role;
import dev.hark.wire.FlaggedReviewJson;
import dev.hark.wire.RatingJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.ReviewJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class CommonsTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private Caller moderator;
  private String group;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    moderator = hub.register(hub.operator(), Role.MODERATOR.name(), "Mo");
    group = hub.publish(requester, TestHub.group(20, true, null));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("REV-1")
  void aReviewSaysAllThatItCanSay() {
    Caller worker = worked();
    Map<String, Object> said =
        Map.of(
            "marks",
            Map.of("PAY", 2),
            "brokenTask",
            true,
            "unpaidScreening",
            true,
            "minutes",
            2.5,
            "words",
            "Slow.");
    worker.put("/task-groups/" + group + "/review", said).as(ReviewJson.class);
    ReviewJson read = listed().getFirst();
    assertTrue(read.brokenTask() && read.unpaidScreening());
    assertFalse(read.termsBroken());
    assertEquals(2.5, read.minutes());
    assertEquals(Map.of("PAY", 2), read.marks());
    for (double minutes : new double[] {0, -3, 10_081, 1e300}) {
      assertEquals(
          "invalid",
          worker.put("/task-groups/" + group + "/review", Map.of("minutes", minutes)).refusal());
    }
  }

  @Test
  @Requirement("HUB-40")
  void whoReturnedOrWasRejectedMayReviewToo() {
    Caller returned = hub.worker();
    String id = hub.accept(returned, group, "a").id();
    returned.post("/assignments/" + id + "/return");
    assertEquals(200, review(returned, 1, "").status());
    String plain = hub.publish(requester, TestHub.group(1, false, null));
    Caller rejected = hub.worker();
    String answer = hub.accept(rejected, plain, "a").id();
    hub.submit(rejected, answer, "words");
    requester.post("/submissions/" + answer + "/reject", TestHub.rejection("No."));
    assertEquals(
        200,
        rejected
            .put("/task-groups/" + plain + "/review", Map.of("marks", Map.of("FAIRNESS", 1)))
            .status());
    assertEquals("not-worked-for", review(rejected, 1, "").refusal());
  }

  @Test
  @Requirement("REV-2")
  void theRequesterAnswersOnce() {
    Caller worker = worked();
    String id = reviewed(worker, 2, "Too little.");
    assertEquals("not-found", answer(hub.requester(), id, "No.").refusal());
    assertEquals("forbidden", answer(worker, id, "No.").refusal());
    assertEquals("invalid", answer(requester, id, "  ").refusal());
    assertEquals("invalid", answer(requester, id, "x".repeat(5_001)).refusal());
    assertEquals(200, answer(requester, id, "We pay 20 cents now.").status());
    assertEquals(200, answer(requester, id, "We pay 20 cents now.").status());
    assertEquals("review-answered", answer(requester, id, "Never mind.").refusal());
    review(worker, 4, "Better.");
    ReviewJson read = listed().getFirst();
    assertEquals("Better.", read.words());
    assertEquals("We pay 20 cents now.", Objects.requireNonNull(read.answer()).words());
    assertTrue(
        worker.get("/events?kinds=review.answered").text().contains(group),
        () -> worker.get("/events").text());
  }

  @Test
  @Requirement("REV-3")
  void othersSayThatAReviewHelped() {
    Caller worker = worked();
    String id = reviewed(worker, 5, "Good.");
    Caller reader = hub.worker();
    assertEquals("own-review", worker.put("/reviews/" + id + "/helpful", Map.of()).refusal());
    assertEquals("forbidden", requester.put("/reviews/" + id + "/helpful", Map.of()).refusal());
    reader.put("/reviews/" + id + "/helpful", Map.of());
    reader.put("/reviews/" + id + "/helpful", Map.of());
    hub.worker().put("/reviews/" + id + "/helpful", Map.of());
    assertEquals(2, listed().getFirst().helpful());
    reader.delete("/reviews/" + id + "/helpful");
    reader.delete("/reviews/" + id + "/helpful");
    assertEquals(1, listed().getFirst().helpful());
    review(worker, 1, "Something else.");
    assertEquals(0, listed().getFirst().helpful());
    assertEquals(
        1, reader.put("/reviews/" + id + "/helpful", Map.of()).as(ReviewJson.class).helpful());
  }

  @Test
  @Requirement({"REV-10", "REV-11"})
  void twoPeopleHideAReviewWhereOneOfThemModerates() {
    review(worked(), 5, "Good.");
    String id = reviewed(worked(), 1, "Bad.");
    assertEquals(3.0, mean());
    hub.worker();
    for (Caller somebody : List.of(hub.worker(), hub.worker(), requester)) {
      assertEquals(204, flag(somebody, id).status());
    }
    assertEquals(2, listed().size(), "without a moderator it stays");
    assertEquals(204, flag(moderator, id).status());
    assertEquals(1, listed().size());
    assertEquals(5.0, mean());
    assertEquals("not-found", flag(hub.worker(), id).refusal());
    assertEquals("not-found", answer(requester, id, "So there.").refusal());

    assertEquals("forbidden", requester.post("/reviews/" + id + "/show").refusal());
    assertEquals(204, moderator.post("/reviews/" + id + "/show").status());
    assertEquals(2, listed().size());
    assertEquals(3.0, mean());
    flag(moderator, id);
    flag(moderator, id);
    assertEquals(2, listed().size(), "one person, who flags twice");
    flag(hub.operator(), id);
    assertEquals(1, listed().size(), "an operator moderates");
  }

  @Test
  @Requirement({"REV-12", "REV-13", "REV-22"})
  void moderatorsSeeWhatIsFlaggedAndAllThatWasSaid() {
    Caller worker = worked();
    String id = reviewed(worker, 1, "Call 06-12345678.");
    hub.clock.forward(Duration.ofHours(1));
    review(worker, 2, "Write to me@example.org.");
    assertEquals("own-review", flag(worker, id).refusal());
    assertEquals("invalid", worked().post("/reviews/" + id + "/flag", Map.of()).refusal());
    flag(hub.worker(), id);
    FlaggedReviewJson flagged =
        moderator.items("/reviews/flagged", FlaggedReviewJson.class).getFirst();
    assertEquals("Write to me@example.org.", flagged.review().words());
    assertNull(flagged.hidden());
    assertEquals("It names a person.", flagged.flags().getFirst().reason());
    flag(moderator, id);
    review(worker, 5, "Sorry.");
    assertTrue(listed().isEmpty());
    assertNull(rating());
    assertEquals(
        List.of("Sorry.", "Write to me@example.org.", "Call 06-12345678."),
        moderator.items("/reviews/" + id + "/history", ReviewJson.class).stream()
            .map(ReviewJson::words)
            .toList());
    JsonNode second = moderator.get("/reviews/flagged?limit=1").json();
    assertTrue(second.at("/items/0/hidden").isTextual());
    assertEquals("forbidden", worker.get("/reviews/" + id + "/history").refusal());
    assertEquals("forbidden", requester.get("/reviews/flagged").refusal());
    String noted = hub.operator().get("/audit?subject=" + id).text();
    assertTrue(noted.contains("review-hidden") && noted.contains("review-flagged"), noted);
  }

  @Test
  @Requirement({"REV-20", "REV-21"})
  void contactDataIsTakenOutOfWhatIsShown() {
    Caller worker = worked();
    String id = reviewed(worker, 1, "<b>Mail</b> me@example.org or \u202e06-12345678.");
    answer(requester, id, "See www.example.org/pay <script>alert(1)</script>");
    String shown = hub.worker().get("/requesters/" + requester.id() + "/reviews").text();
    assertFalse(shown.contains("example.org") || shown.contains("12345678"), shown);
    assertFalse(shown.contains("<") || shown.contains("\u202e"), shown);
    assertTrue(shown.contains("Mail"), shown);
  }

  private Caller worked() {
    Caller worker = hub.worker();
    hub.submit(worker, hub.accept(worker, group, "a").id(), TestHub.WORDS);
    return worker;
  }

  private Caller.Answered review(Caller by, int fairness, String words) {
    return by.put(
        "/task-groups/" + group + "/review",
        Map.of("marks", Map.of("FAIRNESS", fairness), "words", words));
  }

  private String reviewed(Caller by, int fairness, String words) {
    return Objects.requireNonNull(review(by, fairness, words).as(ReviewJson.class).id());
  }

  private Caller.Answered answer(Caller by, String id, String words) {
    return by.post("/reviews/" + id + "/answer", Map.of("words", words));
  }

  private Caller.Answered flag(Caller by, String id) {
    return by.post("/reviews/" + id + "/flag", Map.of("reason", "It names a person."));
  }

  private List<ReviewJson> listed() {
    return hub.worker().items("/requesters/" + requester.id() + "/reviews", ReviewJson.class);
  }

  private @Nullable RatingJson rating() {
    return hub.worker().get("/requesters/" + requester.id()).as(RequesterJson.class).rating();
  }

  private double mean() {
    return Objects.requireNonNull(Objects.requireNonNull(rating()).means().get("FAIRNESS"));
  }
}
