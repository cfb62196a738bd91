package dev.hark.cli;

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

/** Redo, reject, object and overturn from the command line, against a real hub. */
final class DecisionCommandsTest {
  @TempDir Path hubHome;
  @TempDir Path home;
  private Connection hub;

  @BeforeEach
  void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
  }

  @AfterEach
  void stopHub() {
    hub.close();
  }

  @Test
  @Requirement({"QUALITY-10", "QUALITY-11", "QUALITY-20"})
  void whatIsToBeDoneAgainIsToldFirstAndHandedInAnew() throws IOException {
    String id = answered();
    run("request", "redo", id, "--words", "Add the year.", "--hours", "2");
    assertEquals(2, code("request", "redo", id, "--words", "More.", "--hours", "169"));
    HarkRun.Outcome again = session("s", "t", "in 1999", "s", "y", "q");
    CommandsOnAHubTest.inOrder(
        again.out(),
        "To do again: Dates.",
        "Me asks: Add the year.",
        "When?",
        "Your answer from before is here, 3 words",
        "This is the answer you gave before.",
        "So far: on a Monday",
        "Sent.",
        "Goodbye.");
    assertFalse(again.out().contains("You hold a task"), again.out());
    assertEquals("on a Monday in 1999", pending().at("/submissions/0/answer").asText());
  }

  @Test
  @Requirement("QUALITY-20")
  void whoGivesItBackLeavesTheAnswerAsItWas() throws IOException {
    String id = answered();
    run("request", "redo", id, "--words", "Add the year.");
    HarkRun.Outcome again = session("x", "y", "q");
    CommandsOnAHubTest.inOrder(again.out(), "To do again: Dates.", "Leave your answer as it was?");
    assertEquals("on a Monday", pending().at("/submissions/0/answer").asText());
    assertFalse(session("q").out().contains("To do again"));
  }

  @Test
  @Requirement({"QUALITY-2", "QUALITY-3", "QUALITY-4", "QUALITY-21"})
  void aRejectionIsHeardAnsweredAndTurnedRound() throws IOException {
    String id = answered();
    assertEquals(List.of("None of your answers is rejected."), run("rejected").lines());
    run("request", "reject", id, "--because", "off-topic", "--reason", "I asked for a date.");
    HarkRun.Outcome rejected = run("rejected");
    assertEquals(3, rejected.lines().size(), rejected.out());
    assertTrue(
        rejected.lines().get(0).startsWith("Dates, 25 cents. Rejected by Me, "), rejected.out());
    assertEquals("Why: about something else. I asked for a date.", rejected.lines().get(1));
    assertTrue(rejected.lines().get(2).endsWith(": hark object " + id + " \"your words\"."));
    assertTrue(run("rejected", "--lang", "nl").out().contains("gaat over iets anders."));

    run("object", id, "Monday is a date.");
    assertEquals(5, code("object", id, "It really is."));
    assertEquals("You said: Monday is a date.", run("rejected").lines().get(2));
    HarkRun.Outcome objections = run("request", "objections");
    assertEquals(
        List.of(
            "Dates. The worker says: Monday is a date.",
            "Why: about something else. I asked for a date.",
            "Their answer: on a Monday",
            "To approve and pay: hark request overturn " + id,
            "To let the rejection stand: hark request dismiss " + id + " --because \"your words\""),
        objections.lines());
    JsonNode json = Json.MAPPER.readTree(run("request", "objections", "--json").out());
    assertEquals("off-topic", json.at("/objections/0/code").asText());

    run("request", "overturn", id);
    assertEquals(List.of("None of your answers is rejected."), run("rejected").lines());
    assertEquals(
        List.of("No worker has answered a rejection."), run("request", "objections").lines());
    assertTrue(run("earnings").out().contains("25 cents"), run("earnings").out());
  }

  @Test
  @Requirement("QUALITY-7")
  void anObjectionIsDismissedAndTheWorkerHearsWhy() throws IOException {
    String id = answered();
    run("request", "reject", id, "--because", "other", "--reason", "No date.");
    run("object", id, "Monday is a date.");
    assertEquals(
        List.of("The rejection of " + id + " stands, and the worker hears why."),
        run("request", "dismiss", id, "--because", "Monday is a day.").lines());
    assertEquals(
        List.of("You said: Monday is a date.", "The rejection stands: Monday is a day."),
        run("rejected").lines().subList(2, 4));
    assertEquals(
        "De afwijzing blijft staan: Monday is a day.",
        run("rejected", "--lang", "nl").lines().get(3));
    JsonNode json = Json.MAPPER.readTree(run("rejected", "--json").out());
    assertEquals("Monday is a day.", json.at("/rejections/0/dismissal").asText());
    assertEquals(
        List.of("No worker has answered a rejection."), run("request", "objections").lines());
    assertEquals(5, code("request", "dismiss", id, "--because", "Other words."));
    assertEquals(2, code("request", "dismiss", id));
  }

  private String answered() throws IOException {
    Path post = home.resolve("post.json");
    Files.writeString(
        post,
        """
        {"title": "Dates", "kind": "QUESTIONNAIRE", "language": "en",
         "reward": {"minor": 25, "currency": "EUR"}, "allowedSeconds": 300,
         "needs": [], "keywords": [],
         "tasks": [{"question": {"type": "text", "prompt": "When?", "media": []}}]}
        """);
    run("request", "post", post.toString(), "--name", "Me");
    session("a", "t", "on a Monday", "s", "y", "q");
    return pending().at("/submissions/0/assignmentId").asText();
  }

  private JsonNode pending() throws IOException {
    return Json.MAPPER.readTree(run("request", "pending", "--json").out());
  }

  private HarkRun.Outcome session(String... lines) {
    return new HarkRun(home)
        .typing(lines)
        .run(
            "--no-speak",
            "--sees",
            "no",
            "--filter",
            "none",
            "--sort",
            "newest",
            "--hub",
            hub.address());
  }

  private HarkRun.Outcome run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--hub", hub.address()));
    HarkRun.Outcome outcome = new HarkRun(home).run(all.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
    return outcome;
  }

  private int code(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--hub", hub.address()));
    return new HarkRun(home).run(all.toArray(String[]::new)).code();
  }
}
