package dev.hark.hub;

import static dev.hark.hub.Imported.OLD;
import static dev.hark.hub.Imported.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.ImportResultJson;
import dev.hark.wire.ImportedRatingJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.ReviewJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class ImportTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private Caller operator;
  private Caller worker;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    operator = hub.operator();
    worker = hub.worker();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("IMP-2")
  void theSameAgainChangesNothingAndALostAnswerIsGivenAgain() {
    Object batch = Imported.batch(Imported.review(OLD, "ann", 4), Imported.review(OTHER, "ann", 2));
    ImportResultJson first = take("a", batch);
    assertEquals(new ImportResultJson(2, 0, List.of(), List.of(OLD, OTHER)), first);
    assertEquals(first, take("a", batch));
    assertEquals(new ImportResultJson(0, 2, List.of(), List.of(OLD, OTHER)), take("b", batch));
    assertEquals(
        "invalid",
        operator
            .post("/imported-reviews", "a", Imported.batch(Imported.review(OLD, "bo", 1)))
            .refusal());
    link();
    assertEquals(2, imported().reviews() + count(OTHER));
  }

  @Test
  @Requirement("IMP-3")
  void theLatestOfWhatOnePersonSaidCountsWhateverComesFirst() {
    Map<String, Object> old = Imported.review(OLD, "ann", 1);
    Map<String, Object> late = new TreeMap<>(Imported.review(OLD, "ann", 5));
    late.put("written", "2021-03-01T00:00:00Z");
    take("a", Imported.batch(late));
    take("b", Imported.batch(old));
    take("c", Imported.batch(Imported.review(OLD, "", 3)));
    link();
    assertEquals(2, imported().reviews());
    assertEquals(4.0, imported().overall());
    List<ReviewJson> listed = listed();
    assertEquals(2, listed.size());
    assertEquals(Map.of("FAIRNESS", 5, "SPEED", 5, "COMMUNICATION", 5), listed.get(0).marks());
    String id = Objects.requireNonNull(listed.get(0).id());
    assertEquals(2, operator.get("/reviews/" + id + "/history").json().get("items").size());
    // Nobody is known by the name that they had elsewhere.
    assertFalse(listed.toString().contains("ann"));
    assertNotEquals(listed.get(0).reviewer(), listed.get(1).reviewer());
  }

  @Test
  @Requirement({"IMP-4", "IMP-5"})
  void onlyAModeratorSaysWhoseAnIdIsAndItIsOneRequesters() {
    take("a", Imported.batch(Imported.review(OLD, "ann", 4)));
    String path = "/requesters/" + requester.id() + "/also-known/" + OLD;
    assertEquals("forbidden", requester.put(path, Map.of()).refusal());
    assertEquals("forbidden", worker.put(path, Map.of()).refusal());
    assertNull(known().imported());
    link();
    link();
    assertEquals(1, imported().reviews());
    Caller other = hub.requester();
    assertEquals(
        "known-as-another",
        operator.put("/requesters/" + other.id() + "/also-known/" + OLD, Map.of()).refusal());
    assertEquals(
        "invalid",
        operator.put("/requesters/" + other.id() + "/also-known/a1", Map.of()).refusal());
    assertTrue(operator.get("/audit?deed=requester-linked").text().contains(OLD));
    operator.delete(path);
    assertNull(known().imported());
    assertEquals(List.of(), listed());
    assertTrue(operator.get("/audit?deed=requester-unlinked").text().contains(OLD));
  }

  @Test
  @Requirement("IMP-6")
  void whatIsImportedNeverChangesTheHubsOwnFigures() {
    String group = hub.publish(requester, TestHub.group(1, true, null));
    hub.submit(worker, hub.accept(worker, group, "a").id(), TestHub.WORDS);
    worker.put("/task-groups/" + group + "/review", Map.of("marks", Map.of("FAIRNESS", 2)));
    JsonNode before = own();
    link();
    Random random = new Random(9);
    for (int batch = 0; batch < 5; batch++) {
      List<Object> reviews = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        reviews.add(Imported.review(OLD, "colluder " + i, 1 + random.nextInt(5)));
      }
      take("k" + batch, Map.of("source", "Turkopticon", "reviews", reviews));
      assertEquals(before, own());
    }
    ReviewJson shown = listed().stream().filter(some -> some.source() != null).findAny().get();
    assertEquals("Turkopticon", shown.source());
    assertFalse(Objects.requireNonNull(shown.counted()));
    assertNull(shown.groupId());
    JsonNode task = worker.get("/task-groups/" + group).json();
    assertEquals(20, task.at("/requester/imported/reviews").asInt(), task::toString);
    assertFalse(task.at("/requester/imported").has("means"));
  }

  @Test
  @Requirement("IMP-7")
  void figuresAreThoseOfTheKnownFormulas() {
    Random random = new Random(4);
    List<Map<String, Object>> all = new ArrayList<>();
    Map<String, double[]> sums = new TreeMap<>();
    Map<String, double[]> faded = new TreeMap<>();
    long micros = 0;
    long seconds = 0;
    for (int i = 0; i < 60; i++) {
      Map<String, Integer> marks = new TreeMap<>();
      int days = random.nextInt(1500);
      double weight = Math.pow(2, -(1500.0 - days) / 180);
      for (String attribute : List.of("PAY", "FAIRNESS", "SPEED", "COMMUNICATION")) {
        int mark = random.nextInt(6);
        if (mark > 0) {
          marks.put(attribute, mark);
          add(sums, attribute, mark, 1);
          add(faded, attribute, mark * weight, weight);
        }
      }
      Map<String, Object> review = Imported.review(OLD, "w" + i, marks, "");
      review.put(
          "written", Instant.parse("2018-01-01T12:00:00Z").plus(Duration.ofDays(days)).toString());
      if (i % 3 == 0) {
        review.put("rewardMicros", 50_000L * (1 + i));
        review.put("seconds", 20L + i);
        micros += 50_000L * (1 + i);
        seconds += 20 + i;
      }
      all.add(review);
    }
    take("a", Map.of("source", "Turkopticon", "reviews", all));
    link();
    ImportedRatingJson figures = imported();
    sums.forEach(
        (attribute, sum) -> assertEquals(sum[0] / sum[1], of(figures.means(), attribute), 1e-9));
    faded.forEach(
        (attribute, sum) -> assertEquals(sum[0] / sum[1], of(figures.faded(), attribute), 1e-9));
    assertEquals(
        (mean(sums, "FAIRNESS") + mean(sums, "SPEED") + mean(sums, "COMMUNICATION")) / 3,
        Objects.requireNonNull(figures.overall()),
        1e-9);
    assertEquals(
        Math.round(micros * 3600.0 / seconds / 10_000),
        Objects.requireNonNull(figures.hourly()).minor());
  }

  @Test
  @Requirement({"IMP-8", "IMP-9"})
  void whatTwoPeopleWantHiddenIsInNoMean() {
    take(
        "a",
        Imported.batch(
            Imported.review(OLD, "ann", 5),
            Imported.review(OLD, "bo", Map.of("FAIRNESS", 1), "Call 06-12345678 <b>now</b>")));
    link();
    ReviewJson shown = listed().stream().filter(some -> some.marks().size() == 1).findAny().get();
    assertEquals("Call (telephone number)  now ", shown.words());
    String path = "/reviews/" + shown.id();
    assertEquals(1, worker.put(path + "/helpful", Map.of()).as(ReviewJson.class).helpful());
    assertEquals(0, worker.delete(path + "/helpful").as(ReviewJson.class).helpful());
    assertEquals(204, worker.post(path + "/flag", Map.of("reason", "A number.")).status());
    assertEquals(2, imported().reviews());
    assertEquals(204, operator.post(path + "/flag", Map.of("reason", "Yes.")).status());
    assertEquals(1, imported().reviews());
    assertEquals(5.0, imported().overall());
    JsonNode attrs = hub.anybody().get("/compat/multi-attrs.php?ids=" + OLD).json().get(OLD);
    assertEquals("5.00", attrs.at("/attrs/fair").asText());
    assertEquals("0.00", attrs.at("/attrs/pay").asText());
    assertEquals(2, attrs.get("reviews").asInt());
    JsonNode flagged = operator.get("/reviews/flagged").json().at("/items/0");
    assertEquals("Call 06-12345678 <b>now</b>", flagged.at("/review/words").asText());
    assertEquals(2, flagged.get("flags").size());
    assertEquals("not-found", worker.put(path + "/helpful", Map.of()).refusal());
    // Written anew, it stays hidden.
    Map<String, Object> anew = Imported.review(OLD, "bo", 1);
    anew.put("written", "2021-01-01T00:00:00Z");
    take("b", Imported.batch(anew));
    assertEquals(1, imported().reviews());
    operator.post(path + "/show");
    assertEquals("not-found", operator.post("/reviews/none/show").refusal());
  }

  @Test
  @Requirement("IMP-10")
  void longWordsAreKeptAndShownInPart() {
    String words = "x".repeat(9_999) + "\u202e!";
    take("a", Imported.batch(Imported.review(OLD, "ann", Map.of("PAY", 3), words + "y")));
    link();
    ReviewJson shown = listed().getFirst();
    assertEquals(5_002, Objects.requireNonNull(shown.words()).length());
    assertEquals(
        words + "y",
        operator.get("/reviews/" + shown.id() + "/history").json().at("/items/0/words").asText());
    assertEquals(
        200,
        operator
            .post(
                "/imported-reviews",
                "b",
                Imported.batch(Imported.review(OLD, "bo", Map.of(), "x".repeat(20_000))))
            .status());
    for (Map<String, Object> bad :
        List.of(
            Imported.review(OLD, "c", Map.of(), "x".repeat(20_001)),
            Imported.review("a1", "c", 1),
            Imported.review(OLD, "c", 6),
            Imported.review(OLD, "c", Map.of("ACCESSIBILITY", 1), ""),
            Imported.review(OLD, "x".repeat(201), 1))) {
      assertEquals(
          "invalid", operator.post("/imported-reviews", "c", Imported.batch(bad)).refusal());
    }
    assertEquals(
        "invalid",
        operator
            .post("/imported-reviews", "c", Map.of("source", "x", "reviews", List.of()))
            .refusal());
    assertEquals(
        "forbidden",
        worker
            .post("/imported-reviews", "c", Imported.batch(Imported.review(OLD, "c", 1)))
            .refusal());
  }

  @Test
  @Requirement("IMP-11")
  void aSumReplacesTheOneBeforeAndIsNeverAddedToItsOwnReviews() {
    take("a", sums(200, 4.0));
    take("b", sums(300, 3.0));
    link();
    assertEquals(300, imported().reviews());
    assertEquals(3.0, imported().overall());
    take("c", Imported.batch(Imported.review(OLD, "ann", 5)));
    assertEquals(300, imported().reviews());
    take("d", sums(0, 3.0));
    assertEquals(1, imported().reviews());
    assertEquals(5.0, imported().overall());
    ImportResultJson foreseen =
        operator
            .post(
                "/imported-reviews",
                "e",
                Map.of(
                    "source",
                    "Turkopticon",
                    "dryRun",
                    true,
                    "reviews",
                    List.of(Imported.review(OLD, "ann", 5), Imported.review(OLD, "bo", 5))))
            .as(ImportResultJson.class);
    assertEquals(new ImportResultJson(1, 1, List.of(OLD), List.of()), foreseen);
    assertEquals(1, imported().reviews());
  }

  private static Object sums(int reviews, double mean) {
    return Map.of(
        "source",
        "Turkopticon",
        "aggregates",
        List.of(Map.of("requesterId", OLD, "reviews", reviews, "means", Map.of("FAIRNESS", mean))));
  }

  private static void add(Map<String, double[]> sums, String name, double sum, double weight) {
    double[] at = sums.computeIfAbsent(name, some -> new double[2]);
    at[0] += sum;
    at[1] += weight;
  }

  private static double mean(Map<String, double[]> sums, String name) {
    double[] sum = Objects.requireNonNull(sums.get(name));
    return sum[0] / sum[1];
  }

  private static double of(@Nullable Map<String, Double> figures, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(figures).get(name));
  }

  private ImportResultJson take(String key, Object batch) {
    return operator.post("/imported-reviews", key, batch).as(ImportResultJson.class);
  }

  private void link() {
    assertEquals(
        204,
        operator.put("/requesters/" + requester.id() + "/also-known/" + OLD, Map.of()).status());
  }

  private int count(String oldId) {
    return hub.anybody()
        .get("/compat/multi-attrs.php?ids=" + oldId)
        .json()
        .at("/" + oldId + "/reviews")
        .asInt();
  }

  private RequesterJson known() {
    return worker.get("/requesters/" + requester.id()).as(RequesterJson.class);
  }

  private ImportedRatingJson imported() {
    return Objects.requireNonNull(known().imported());
  }

  private JsonNode own() {
    return worker.get("/requesters/" + requester.id()).json().get("rating");
  }

  private List<ReviewJson> listed() {
    return worker.items("/requesters/" + requester.id() + "/reviews", ReviewJson.class);
  }
}
