package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Qualifications from the command line, on a real hub. */
final class QualificationCommandsTest extends OneHub {
  private static final String TEST =
      """
      name: %s
      description: Two questions about Dutch words.
      way: TEST
      retryAfterSeconds: 3600
      test:
        introduction: Listen well.
        seconds: 600
        passMark: 2
        questions:
          - question:
              type: choice
              prompt: What is a paard?
              media: []
              options: [{id: a, label: a horse}, {id: b, label: a pear}]
            answers: [{answer: {option: a}, points: 1}]
          - question: {type: text, prompt: What is a cow?, media: []}
            answers: [{answer: {text: koe}, points: 1}]
      """;

  private HarkRun worker() {
    return new HarkRun(home);
  }

  private String said(String... args) {
    return run(worker(), args);
  }

  private static String run(HarkRun who, String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--hub";
    all[args.length + 1] = hub.address();
    HarkRun.Outcome outcome = who.run(all);
    return outcome.out() + outcome.err();
  }

  /** The operator, whose qualifications everybody may require. */
  private static String owner(String... args) {
    HarkRun.Outcome outcome = new HarkRun(hubHome).run(args);
    return outcome.out() + outcome.err();
  }

  private static String create(Path folder, String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("kind.yaml"), yaml);
    String made = owner("request", "qualifications", "create", file.toString(), "--json");
    return Json.MAPPER.readTree(made).get("id").asText();
  }

  @Test
  @Requirement("QUAL-41")
  void aTestIsTakenLineByLineAndGoesOnWhereItBrokeOff() throws IOException {
    String id = create(home, TEST.formatted("Dutch in two steps"));
    assertTrue(said("qualifications").contains("A test of 2 questions"));
    String first = run(worker().typing("3", "1"), "qualifications", "test", id);
    inOrder(
        first,
        "2 questions, until",
        "Listen well.",
        "1 of 2. What is a paard? 1 for a horse and 2 for a pear.",
        "A number from 1 to 2.",
        "2 of 2. What is a cow?",
        "Your answers are kept here");
    assertTrue(said("qualifications").contains("your test is open until"));
    String second = run(worker().typing("koe", "y"), "qualifications", "test", id);
    assertFalse(second.contains("1 of 2. What"), second);
    inOrder(
        second,
        "1 answer is here already",
        "2 of 2.",
        "Hand it in?",
        "Passed: 2 of 2 points. Dutch in two steps: 2.");
    assertTrue(said("qualifications").contains("Dutch in two steps: 2."));
    assertTrue(said("qualifications", "test", id).contains("too early"), "an hour must pass");
  }

  @Test
  @Requirement("QUAL-41")
  void aQuestionCanBeLeftOpenAndGoneBackTo() throws IOException {
    String id = create(home, TEST.formatted("Dutch with gaps"));
    String taken =
        run(worker().typing("2", "/back", "1", "/skip", "y"), "qualifications", "test", id);
    inOrder(
        taken,
        "Hand it in with 1 question left open?",
        "Not passed: 1 of 2 points. You can try again from");
  }

  @Test
  @Requirement("QUAL-25")
  void theOwnerHearsWhoTookTheTestAndWhatCameOfIt() throws IOException {
    String id = create(home, TEST.formatted("Dutch that is looked at"));
    assertTrue(
        owner("request", "qualifications", "attempts", id).contains("Nobody has taken this test"));
    run(worker().typing("1", "koe", "y"), "qualifications", "test", id);
    String told = owner("request", "qualifications", "attempts", id);
    assertTrue(told.startsWith("Worker "), told);
    assertTrue(told.contains(": passed with 2 of 2 points, for a value of 2."), told);
    assertTrue(
        owner("request", "qualifications", "attempts", id, "--lang", "nl")
            .contains("geslaagd met 2 van 2 punten, voor een waarde van 2."));
    JsonNode json =
        Json.MAPPER.readTree(owner("request", "qualifications", "attempts", id, "--json"));
    assertEquals("PASSED", json.at("/attempts/0/state").asText());
    assertEquals(2, json.at("/attempts/0/points").asInt());
    assertFalse(json.at("/attempts/0/worker").asText().isEmpty());
  }

  @Test
  @Requirement({"QUAL-40", "QUAL-43"})
  void whatIsAskedForIsDecidedOnInWords() throws IOException {
    String id =
        create(
            home,
            """
            name: Trusted
            description: We know you.
            way: REQUEST
            retryAfterSeconds: 60
            """);
    assertTrue(
        said("qualifications", "request", id, "--words", "It is me.")
            .contains("its owner has not decided yet"));
    String waiting = owner("request", "qualifications");
    assertTrue(waiting.contains("They say: It is me."), waiting);
    JsonNode json =
        Json.MAPPER.readTree(owner("request", "qualifications", "--json")).get("waiting");
    String person = "";
    for (JsonNode one : json) {
      person = one.get("qualification").asText().equals(id) ? one.get("worker").asText() : person;
    }
    owner("request", "qualifications", "deny", id, person, "--reason", "Not yet.");
    inOrder(
        said("qualifications"),
        "Trusted: denied.",
        "The owner says: Not yet.",
        "You can try again from");
    String granted = owner("request", "qualifications", "grant", id, person, "--value", "70");
    assertTrue(granted.contains("Trusted granted to worker " + person + ", with 70."), granted);
    assertTrue(said("qualifications").contains("Trusted: 70."));
    owner("request", "qualifications", "revoke", id, person, "--reason", "Sorry.");
    inOrder(said("qualifications"), "Trusted: taken back.", "The owner says: Sorry.");
    assertTrue(owner("request", "qualifications", "retire", id).contains("retired"));
    assertTrue(owner("request", "qualifications", "restore", id).contains("Ask for it"));
  }

  @Test
  @Requirement({"QUAL-42", "QUAL-43"})
  void theListSaysWhyOneDoesNotQualifyAndWhatWouldHelp() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("group.json"),
            """
            {"title": "For Groningen", "kind": "QUESTIONNAIRE", "language": "en",
             "reward": {"minor": 20, "currency": "EUR"}, "allowedSeconds": 300,
             "needs": [], "keywords": [],
             "qualifications": [
               {"qualification": "location", "comparator": "IN", "places": ["NL-GR"]}],
             "tasks": [{"question": {"type": "text", "prompt": "Hoi?", "media": []}}]}
            """);
    String posted = owner("request", "post", file.toString(), "--name", "Northern", "--json");
    assertTrue(posted.contains("groupId"), posted);
    String group = Json.MAPPER.readTree(posted).get("groupId").asText();
    String listed = said("tasks", "--limit", "1000");
    assertTrue(
        listed.contains(
            "You do not qualify: only for people in GR in Netherlands; you have not said where you"
                + " live; say where you live."),
        listed);
    JsonNode offer = offer(group);
    assertFalse(offer.get("qualified").asBoolean());
    assertTrue(offer.get("couldQualify").asBoolean());
    assertTrue(said("qualifications", "place", "nl-gr").contains("You live in GR in Netherlands."));
    assertTrue(offer(group).get("qualified").asBoolean());
    assertTrue(said("qualifications", "place", "Atlantis").contains("There is no country"));
    assertTrue(
        said("qualifications", "place", "--forget").contains("You have not said where you live."));
  }

  private JsonNode offer(String group) throws IOException {
    JsonNode all = Json.MAPPER.readTree(said("tasks", "--limit", "1000", "--json")).get("offers");
    for (JsonNode one : all) {
      if (one.get("id").asText().equals(group)) {
        return one;
      }
    }
    throw new AssertionError(group);
  }

  @Test
  @Requirement("QUAL-42")
  void aFilterCanAskWhetherIqualify() throws IOException {
    Path filters = Files.createDirectories(worker().folders().config().resolve("filters"));
    Files.writeString(
        filters.resolve("mine.yaml"),
        """
        name: mine
        name_nl: van mij
        sentence: What I qualify for.
        sentence_nl: Wat kan.
        keep: me.qualified
        """);
    Path file =
        Files.writeString(
            home.resolve("group.json"),
            """
            {"title": "For experts", "kind": "QUESTIONNAIRE", "language": "en",
             "reward": {"minor": 20, "currency": "EUR"}, "allowedSeconds": 300,
             "needs": [], "keywords": [],
             "qualifications": [
               {"qualification": "number-approved", "comparator": "AT_LEAST", "values": [500]}],
             "tasks": [{"question": {"type": "text", "prompt": "Hoi?", "media": []}}]}
            """);
    owner("request", "post", file.toString(), "--name", "Experts");
    String why = said("tasks", "--filter", "mine", "--why");
    assertTrue(why.contains("500 more answers have to be approved"), why);
  }

  @Test
  @Requirement("QUAL-43")
  void aBrokenFileIsNamedWithItsLine() throws IOException {
    Path file = Files.writeString(home.resolve("kind.yaml"), "name: x\nway: [\n");
    String said = owner("request", "qualifications", "create", file.toString());
    assertTrue(said.contains("kind.yaml, line 3, is not YAML."), said);
    Files.writeString(file, "- 1\n");
    assertTrue(
        owner("request", "qualifications", "create", file.toString())
            .contains("does not describe a qualification"));
    assertEquals(
        true,
        owner("request", "qualifications", "create", home.resolve("no.yaml").toString())
            .contains("cannot be read"));
  }

  private static void inOrder(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      assertTrue(at >= 0, part + " is not behind the rest in: " + text);
      from = at + part.length();
    }
  }
}
