package dev.hark.cli;

import static dev.hark.cli.CommandsOnAHubTest.inOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.hub.Connection;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A requester hears how they are rated, before anybody worked and after somebody did. */
final class RatingsCommandTest {
  @TempDir Path hubHome;
  @TempDir Path home;
  private Connection hub;
  private String group;

  @BeforeEach
  void start() throws IOException {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
    Path post = home.resolve("post.json");
    Files.writeString(
        post,
        """
        {"title": "Dates", "kind": "QUESTIONNAIRE", "language": "en",
         "reward": {"minor": 25, "currency": "EUR"}, "allowedSeconds": 300,
         "needs": [], "keywords": [],
         "tasks": [{"question": {"type": "text", "prompt": "When?", "media": []}},
                   {"question": {"type": "text", "prompt": "Who?", "media": []}}]}
        """);
    group =
        json(ok("requester", "request", "post", post.toString(), "--name", "Me", "--json"))
            .get("groupId")
            .asText();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("RAT-23")
  void aRequesterHearsHowTheyAreRatedAndHowToAnswer() throws IOException {
    inOrder(
        ok("requester", "request", "ratings", "--lang", "en"),
        "No review counts yet.",
        "No answer decided on yet.",
        "What workers earn an hour is not known yet: no work has ended.",
        "Which reward would bring the floor is not known yet: nobody's time is.");

    HarkRun.Outcome worked =
        on("worker")
            .typing("a", "t", "on a Monday", "s", "y", "q")
            .run("--no-speak", "--sees", "no", "--filter", "none", "--sort", "newest");
    assertTrue(worked.out().contains("Sent."), worked.out() + worked.err());
    String answer =
        json(ok("requester", "request", "pending", "--json"))
            .at("/submissions/0/assignmentId")
            .asText();
    ok("requester", "request", "approve", answer);
    ok("worker", "review", group, "--pay", "4", "--words", "Quick.");

    String heard = ok("requester", "request", "ratings", "--floor", "14.71 EUR", "--months", "1");
    String id = json(ok("reader", "reviews", "Me", "--json")).at("/reviews/0/id").asText();
    inOrder(
        heard,
        "Rated 4 by 1 worker. This rating is hardly sure; at least ",
        "Pay 4.",
        "Last 90 days: 4 from 1 worker.",
        "With older marks weighing less: 4.",
        "1 of 1 answer approved, 100 percent.",
        "Workers earned ",
        " an hour on average over 1 task, rejected and returned work counted.",
        "That reaches the floor of 14 euros 71.",
        "1 worker is behind that.",
        "4 from 1 worker, 1 of 1 answer approved and ",
        "Quick.",
        "To answer it: hark request answer-review " + id + " \"your words\".");
    ok("requester", "request", "answer-review", id, "Thank you.");
    String answered = ok("requester", "request", "ratings", "--group", group);
    assertTrue(answered.contains("The requester answers: Thank you."), answered);
    assertFalse(answered.contains("To answer it"), answered);
    assertFalse(answered.contains("median"), answered);
    inOrder(
        ok("requester", "request", "ratings", "--lang", "nl"), "Beoordeeld met 4 door 1 werker");

    JsonNode told = json(ok("requester", "request", "ratings", "--floor", "14.71 EUR", "--json"));
    assertEquals(4.0, told.at("/rating/overall").asDouble());
    assertEquals(1, told.at("/earned/0/tasks").asInt());
    assertEquals(1471, told.at("/earned/0/floor/minor").asInt());
    assertEquals(5, told.at("/market/leastRequesters").asInt());
    assertEquals("Quick.", told.at("/reviews/0/words").asText());
  }

  @Test
  @Requirement("RAT-23")
  void whatMakesNoSenseIsSaidInOneSentence() {
    HarkRun.Outcome months = on("requester").run("request", "ratings", "--months", "25");
    assertEquals(2, months.code());
    assertEquals("--months takes a number from 1 to 24, not 25.", months.err().strip());
    HarkRun.Outcome unknown = on("requester").run("request", "ratings", "--group", "none");
    assertTrue(unknown.code() > 0 && unknown.out().isEmpty(), unknown.out());
    assertEquals(2, on("requester").run("request", "ratings", "--floor", "atlantis").code());
  }

  private HarkRun on(String computer) {
    return new HarkRun(home.resolve(computer)).with("HARK_HUB", hub.address());
  }

  private String ok(String computer, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    HarkRun.Outcome outcome = on(computer).run(all.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.out();
  }

  private static JsonNode json(String text) throws IOException {
    return Json.MAPPER.readTree(text);
  }
}
