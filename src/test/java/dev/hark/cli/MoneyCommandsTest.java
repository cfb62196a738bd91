package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money from the command line, on the hub of this computer, whose operator one is. */
@Requirement("LEDGER-40")
final class MoneyCommandsTest {
  @TempDir Path home;

  @Test
  void moneyGoesFromTheRequesterToTheWorkerAndOut() throws IOException {
    Path post = home.resolve("post.json");
    Files.writeString(
        post,
        """
        {"title": "Dates", "kind": "QUESTIONNAIRE", "language": "en",
         "reward": {"minor": 25, "currency": "EUR"}, "allowedSeconds": 300, "copies": 1,
         "needs": [], "keywords": [],
         "tasks": [{"question": {"type": "text", "prompt": "When?", "media": []}}]}
        """);
    assertEquals(List.of("The operator takes no fee."), run("hub", "fee").lines());
    assertEquals(
        List.of("The operator takes 2.5 percent on top of each reward."),
        run("hub", "fee", "2,5").lines());
    assertEquals(2, code("hub", "fee", "101"));
    assertEquals(2, code("hub", "fee", "2.505"));
    run("request", "post", post.toString(), "--name", "Me");
    assertEquals(
        List.of(
            "This wants 1 answer: 25 cents for the workers, 1 cent for the operator, 26 cents in"
                + " all.",
            "You have 9,999 euros 74: that is enough."),
        run("request", "cost", post.toString()).lines());
    assertTrue(
        run("request", "funds")
            .lines()
            .getFirst()
            .endsWith("26 cents is set aside for your work."));
    assertTrue(run("hub", "ledger", "check").lines().getFirst().startsWith("All money adds up, "));
    assertEquals(List.of("There is nothing to be paid out."), run("payout").lines());
    assertEquals(5, code("payout", "request", "EUR"));
    assertEquals(2, code("payout", "request", "euro"));
    assertEquals(List.of("You have asked for no payout yet."), run("payout", "list").lines());
  }

  @Test
  void payoutsAreAskedForExportedAndSettled() throws IOException {
    String first = answered("25");
    run("request", "approve", first);
    run("request", "bonus", first, "1.50", "eur", "--reason", "Careful.");
    assertEquals("You can have 1 euro 75 paid out.", run("payout").lines().getFirst());
    assertEquals(2, code("payout", "request", "EUR", "0.255"));
    assertEquals(5, code("payout", "request", "EUR", "1.76"));
    String one = json("payout", "request", "EUR", "1").path("id").asText();
    String two = json("payout", "request", "EUR").path("id").asText();
    assertTrue(run("payout", "list").out().contains("75 cents: asked for "));

    Path file = home.resolve("settlement.csv");
    List<String> exported = run("hub", "payouts", "export", file.toString()).lines();
    assertTrue(exported.getFirst().startsWith("2 payouts are in " + file), exported.toString());
    assertEquals("In all 1 euro 75.", exported.get(1));
    assertEquals(3, Files.readAllLines(file).size());
    assertEquals(2, code("hub", "payouts", "export", file.toString()));
    assertEquals(5, code("hub", "payouts", "export", home.resolve("next.csv").toString()));

    Path results = home.resolve("results.csv");
    Files.writeString(results, "id,result,words\n" + one + ",lost,\n");
    assertEquals(3, code("hub", "payouts", "settle", results.toString()));
    Files.writeString(results, "id,result,words\n" + two + ",returned,\"Closed, \"\"sorry\"\"\"\n");
    assertEquals(
        List.of("Noted for 1 payout."),
        run("hub", "payouts", "settle", results.toString()).lines());
    run("hub", "payouts", "confirm", one);
    String told = run("payout", "list").out();
    assertTrue(told.contains("1 euro: paid "), told);
    assertTrue(told.contains("is yours again. Why: Closed, \"sorry\"\n"), told);
    assertTrue(run("payout", "--lang", "nl").out().startsWith("Je kunt 75 cent laten"));
    assertTrue(json("hub", "ledger", "check").path("balanced").asBoolean());
  }

  private String answered(String minor) throws IOException {
    Path post = home.resolve("post.json");
    Files.writeString(
        post,
        """
        {"title": "Dates", "kind": "QUESTIONNAIRE", "language": "en",
         "reward": {"minor": %s, "currency": "EUR"}, "allowedSeconds": 300,
         "needs": [], "keywords": [],
         "tasks": [{"question": {"type": "text", "prompt": "When?", "media": []}}]}
        """
            .formatted(minor));
    run("request", "post", post.toString(), "--name", "Me");
    new HarkRun(home)
        .typing("a", "t", "on a Monday", "s", "y", "q")
        .run("--no-speak", "--sees", "no", "--filter", "none", "--sort", "newest");
    for (JsonNode one : json("request", "pending").path("submissions")) {
      if (one.path("title").asText().equals("Dates")) {
        return one.path("assignmentId").asText();
      }
    }
    throw new AssertionError("nothing waits");
  }

  private JsonNode json(String... words) throws IOException {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "--json";
    return Json.MAPPER.readTree(run(all).out());
  }

  private HarkRun.Outcome run(String... words) {
    HarkRun.Outcome outcome = new HarkRun(home).run(words);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome;
  }

  private int code(String... words) {
    return new HarkRun(home).run(words).code();
  }
}
