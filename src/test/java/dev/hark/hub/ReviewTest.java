package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.RatingJson;
import dev.hark.wire.ReviewJson;
import dev.hark.wire.TaskGroupJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class ReviewTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private String group;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    group = hub.publish(requester, TestHub.group(10, true, null));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("HUB-40")
  void onlyWhoHadATaskMayReview() {
    Caller worker = hub.worker();
    assertEquals("not-worked-for", review(worker, 5, "").refusal());
    hub.accept(worker, group, "a");
    assertEquals(200, review(worker, 5, "").status());
    assertEquals(
        "not-found", worker.put("/task-groups/none/review", Map.of("marks", Map.of())).refusal());
    assertEquals("forbidden", review(requester, 5, "").refusal());
  }

  @Test
  @Requirement({"HUB-40", "HUB-41", "HUB-42"})
  void anEditedReviewReplacesAndTheOldOneIsKept() {
    Caller worker = worked();
    assertNull(rating());
    review(worker, 5, "Good.").as(ReviewJson.class);
    assertEquals(5.0, means("FAIRNESS"));
    hub.clock.forward(Duration.ofHours(1));
    review(worker, 2, "Bad after all.").as(ReviewJson.class);

    JsonNode reviews = worker.get("/requesters/" + requester.id() + "/reviews").json().get("items");
    assertEquals(1, reviews.size());
    assertEquals("Bad after all.", reviews.get(0).get("words").asText());
    assertEquals(2.0, means("FAIRNESS"));
    assertEquals(1, Objects.requireNonNull(rating()).reviewers());
    String old =
        hub.hub
            .services()
            .store()
            .read(
                handle ->
                    handle
                        .createQuery("select words from review_history")
                        .mapTo(String.class)
                        .one());
    assertEquals("Good.", old);
  }

  @Test
  @Requirement("HUB-42")
  void everyReviewMovesTheRatingOnEveryTask() {
    review(worked(), 5, "");
    review(worked(), 4, "");
    review(worked(), 3, "");
    RatingJson rating = Objects.requireNonNull(rating());
    assertEquals(3, rating.reviewers());
    assertEquals(4.0, rating.means().get("FAIRNESS"));
    assertEquals(4.0, rating.overall());
    String other = hub.publish(requester, TestHub.group(1, true, null));
    assertEquals(
        rating,
        hub.worker().get("/task-groups/" + other).as(TaskGroupJson.class).requester().rating());
  }

  @Test
  @Requirement("HUB-43")
  void aReviewersNameLeadsNowhereElse() {
    Caller worker = worked();
    String here = review(worker, 5, "").as(ReviewJson.class).reviewer();
    Caller second = hub.requester();
    String elsewhere = hub.publish(second, TestHub.group(1, true, null));
    hub.submit(worker, hub.accept(worker, elsewhere, "b").id(), TestHub.WORDS);
    String there =
        worker
            .put("/task-groups/" + elsewhere + "/review", Map.of("marks", Map.of("PAY", 1)))
            .as(ReviewJson.class)
            .reviewer();
    assertNotEquals(here, there);
    String all = worker.get("/requesters/" + second.id() + "/reviews").text();
    assertFalse(all.contains(worker.id()));
    JsonNode seen = second.get("/submissions?state=approved").json().get("items").get(0);
    assertNotEquals(worker.id(), seen.get("worker").asText());
    assertFalse(all.contains(seen.get("worker").asText()));
  }

  @Test
  @Requirement("HUB-43")
  void aPagesCursorDoesNotNameTheReviewer() {
    Caller first = worked();
    review(first, 5, "");
    hub.clock.forward(Duration.ofSeconds(1));
    Caller second = worked();
    review(second, 4, "");
    String path = "/requesters/" + requester.id() + "/reviews?limit=1";
    JsonNode page = first.get(path).json();
    String cursor = page.get("next").asText();
    String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    assertFalse(plain.contains(second.id()), plain);
    JsonNode rest = first.get(path + "&cursor=" + cursor).json();
    assertEquals(5, rest.at("/items/0/marks/FAIRNESS").asInt());
    assertFalse(rest.has("next"));
  }

  @Test
  @Requirement("HUB-51")
  void marksOutOfRangeAreRefused() {
    Caller worker = worked();
    assertEquals("invalid", review(worker, 6, "").refusal());
    assertEquals("invalid", review(worker, 0, "").refusal());
    assertEquals("invalid", review(worker, 3, "x".repeat(5001)).refusal());
    assertEquals(
        "invalid",
        worker
            .put("/task-groups/" + group + "/review", Map.of("marks", Map.of("CHARM", 3)))
            .refusal());
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

  private @Nullable RatingJson rating() {
    return hub.worker().get("/task-groups/" + group).as(TaskGroupJson.class).requester().rating();
  }

  private double means(String attribute) {
    return Objects.requireNonNull(Objects.requireNonNull(rating()).means().get(attribute));
  }
}
