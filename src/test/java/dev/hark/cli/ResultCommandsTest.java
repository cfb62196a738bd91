package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Gold, rules and results from the command line, against a real hub. */
final class ResultCommandsTest {
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
  @Requirement({"QUALITY-40", "QUALITY-22"})
  void resultsComeAsLinesAsJsonAndForASheet() throws IOException {
    String group = posted();
    assertEquals(
        List.of("=Same, \"really\"?: no answer yet."), run("request", "results", group).lines());
    new HarkRun(home)
        .typing("a", "1", "s", "y", "q")
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
    List<String> lines = run("request", "results", group).lines();
    assertEquals(1, lines.size());
    assertTrue(
        lines
            .getFirst()
            .matches("=Same, \"really\"\\?: Yes, \\d\\d percent sure; 1 of 1 says so\\."),
        lines.getFirst());
    JsonNode json = Json.MAPPER.readTree(run("request", "results", group, "--json").out());
    assertEquals("y", json.at("/results/0/merged/option").asText());
    assertEquals("y", json.at("/results/0/answers/0/answer").asText());
    List<String> sheet = run("request", "results", group, "--csv").lines();
    assertEquals(2, sheet.size(), sheet.toString());
    assertTrue(sheet.get(0).startsWith("task,prompt,merged,probability,"), sheet.get(0));
    assertTrue(sheet.get(1).contains(",\"'=Same, \"\"really\"\"?\",\"y\",0."), sheet.get(1));
  }

  @Test
  @Requirement({"QUALITY-33", "QUALITY-22"})
  void goldAndTheRuleOfAgreementComeFromAFile() throws IOException {
    String group = posted();
    Path wishes = home.resolve("wishes.json");
    Files.writeString(
        wishes,
        """
        {"goldRate": 0.5, "agreement": 0.9, "goldTasks": [
          {"question": {"type": "choice", "prompt": "Same?", "media": [],
            "options": [{"id": "y", "label": "Yes"}, {"id": "n", "label": "No"}]},
           "gold": {"option": "n"}}]}
        """);
    assertEquals(
        List.of(
            "1 gold task mixed in; at most 2 answers to gold are paid for.",
            "Answers that agree are approved from 90 percent."),
        run("request", "quality", group, wishes.toString()).lines());
    Files.writeString(wishes, "{\"goldRate\": 0.9}");
    assertEquals(5, start("request", "quality", group, wishes.toString()).code());
  }

  private String posted() throws IOException {
    Path post = home.resolve("post.json");
    Files.writeString(
        post,
        """
        {"title": "Compare", "kind": "QUESTIONNAIRE", "language": "en",
         "reward": {"minor": 25, "currency": "EUR"}, "allowedSeconds": 300,
         "needs": [], "keywords": [], "copies": 2,
         "tasks": [{"question": {"type": "choice", "prompt": "=Same, \\"really\\"?", "media": [],
           "options": [{"id": "y", "label": "Yes"}, {"id": "n", "label": "No"}]}}]}
        """);
    JsonNode json =
        Json.MAPPER.readTree(
            run("request", "post", post.toString(), "--name", "Me", "--json").out());
    return json.get("groupId").asText();
  }

  private HarkRun.Outcome run(String... words) {
    HarkRun.Outcome outcome = start(words);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome;
  }

  private HarkRun.Outcome start(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--hub", hub.address()));
    return new HarkRun(home).run(all.toArray(String[]::new));
  }
}
