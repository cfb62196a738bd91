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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews from the command line, as heard by a worker, a reader, a requester and an operator. */
final class ReviewCommandsTest {
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
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement({"REV-1", "REV-2", "REV-3", "REV-4", "REV-10", "REV-12", "REV-23"})
  void aReviewIsWrittenPraisedAnsweredHiddenAndShown() throws IOException {
    ok(
        "worker",
        "review",
        group,
        "--pay",
        "4",
        "--broken-task",
        "--unpaid-screening",
        "--minutes",
        "2.5",
        "--words",
        "Call 06-12345678.");
    String id = json(ok("reader", "reviews", "Me", "--json")).at("/reviews/0/id").asText();
    assertEquals("Noted that it helped you.\n", ok("reader", "helpful", id));
    assertEquals(
        "Your answer stands under the review.\n",
        ok("requester", "request", "answer-review", id, "We will mend it."));
    String heard = ok("reader", "reviews", "Me", "--ids");
    inOrder(
        heard,
        "pay 4",
        "A task could not be done.",
        "Unpaid questions before the work.",
        "It took 2",
        "Call (telephone number).",
        "Helped 1 worker.",
        "The requester answers: We will mend it.",
        "The id of this review is " + id + ".");
    String dutch = ok("reader", "reviews", "Me", "--lang", "nl");
    inOrder(
        dutch,
        "Een taak was niet te doen.",
        "Call (telefoonnummer).",
        "Hielp 1 werker.",
        "De opdrachtgever antwoordt:");

    ok("reader", "flag", id, "It gives a number.");
    ok("operator", "hub", "reviews", "flag", id, "A telephone number.");
    inOrder(
        ok("operator", "hub", "reviews", "flagged"),
        "Review " + id + ", hidden since ",
        "Call 06-12345678.",
        "Somebody wants it hidden: It gives a number.",
        "A moderator wants it hidden: A telephone number.");
    assertEquals(
        2.5,
        json(ok("operator", "hub", "reviews", "flagged", "--json"))
            .at("/flagged/0/review/minutes")
            .asDouble());
    assertFalse(ok("reader", "reviews", "Me").contains("mend"));
    assertTrue(ok("operator", "hub", "reviews", "history", id).contains("06-12345678"));
    assertEquals(
        "Everybody sees the review again, and it counts.\n",
        ok("operator", "hub", "reviews", "show", id));
    assertTrue(ok("reader", "reviews", "Me").contains("mend"));
    assertEquals("No review waits for a moderator.\n", ok("operator", "hub", "reviews", "flagged"));
  }

  @Test
  @Requirement("RAT-9")
  void aModeratorJoinsAndPartsAccounts() throws IOException {
    JsonNode workers = json(ok("operator", "hub", "account", "list", "--role", "worker", "--json"));
    String worker = workers.at("/accounts/0/id").asText();
    String other = workers.at("/accounts/1/id").asText();
    assertEquals(
        "The accounts "
            + worker
            + " and "
            + other
            + " are one person's. The ratings are counted so.\n",
        ok("operator", "hub", "reviews", "same-person", worker, other));
    assertTrue(
        ok("operator", "hub", "reviews", "same-person", worker, "--not").contains("of its own"));
    assertEquals(2, on("operator").run("hub", "reviews", "same-person", worker).code());
  }

  @Test
  @Requirement("REV-4")
  void whatIsTooLongOrNoTimeIsSaidInOneSentence() {
    HarkRun.Outcome longer = on("worker").run("review", group, "--words", "x".repeat(5_007));
    assertEquals(2, longer.code());
    assertEquals(
        "A review has at most 5,000 characters; yours has 7 more. Nothing was sent.",
        longer.err().strip());
    assertEquals(2, on("worker").run("review", group, "--minutes", "0").code());
    assertEquals(2, on("operator").run("hub", "reviews").code());
  }

  private HarkRun on(String computer) {
    return computer.equals("operator")
        ? new HarkRun(hubHome)
        : new HarkRun(home.resolve(computer)).with("HARK_HUB", hub.address());
  }

  private String ok(String computer, String... words) {
    HarkRun.Outcome outcome = on(computer).run(words);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.out();
  }

  private static JsonNode json(String text) throws IOException {
    return Json.MAPPER.readTree(text);
  }
}
