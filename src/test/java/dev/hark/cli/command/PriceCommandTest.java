package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.HarkRun;
import dev.hark.cli.OneHub;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices before posting, against a real hub with the demonstration market where times count. */
final class PriceCommandTest extends OneHub {
  @Test
  @Requirement("PAY-10")
  void aPriceIsToldBeforeAnythingIsPosted() throws IOException {
    HarkRun hark = new HarkRun(home);

    assertEquals(
        "39 cents a task brings 14 euros 77 an hour for 1 minute 35 seconds of work.",
        hark.run("request", "price", "--seconds", "95", "--floor", "14.71 EUR").lines().getFirst());
    List<String> named = hark.run("request", "price", "--seconds", "95", "--floor", "us").lines();
    assertEquals(
        "20 cents a task brings 7 dollars 57 an hour for 1 minute 35 seconds of work.",
        named.get(0));
    assertTrue(named.get(1).contains("legal minimum of US"), named.toString());
    JsonNode json =
        Json.MAPPER.readTree(
            hark.run("request", "price", "--seconds", "95", "--floor", "us", "--json").out());
    assertEquals(20, json.at("/reward/minor").asLong());
    assertFalse(json.at("/under").asBoolean());
  }

  @Test
  @Requirement("PAY-10")
  void theOtherWayRoundARewardIsHeldAgainstTheFloor() {
    HarkRun hark = new HarkRun(home);

    assertEquals(
        "30 cents for 1 minute 35 seconds is 11 euros 36 an hour, 3 euros 35 under the floor of"
            + " 14 euros 71. 39 cents would reach it.",
        hark.run("request", "price", "--seconds", "95", "--floor", "14.71 EUR", "--reward", "0.30")
            .lines()
            .getFirst());
    assertTrue(
        hark.run(
                "request",
                "price",
                "--seconds",
                "95",
                "--floor",
                "14.71 EUR",
                "--reward",
                "0,40",
                "--lang",
                "nl")
            .lines()
            .getFirst()
            .startsWith("40 cent voor 1 minuut 35 seconden is 15 euro 15 per uur; dat haalt"));
    String dollars =
        hark.run("request", "price", "--seconds", "95", "--floor", "14.71 EUR", "--currency", "USD")
            .out();
    assertTrue(dollars.startsWith("46 cents a task"), dollars);
    assertTrue(dollars.contains("xchange rates"), dollars);
  }

  @Test
  @Requirement("PAY-10")
  void whatIsMissingOrMakesNoSenseIsSaid() {
    HarkRun hark = new HarkRun(home);

    assertTrue(hark.run("request", "price").err().contains("--seconds"));
    for (String wrong : List.of("0", "-4", "9999999999", "NaN")) {
      HarkRun.Outcome outcome = hark.run("request", "price", "--seconds=" + wrong);
      assertEquals(2, outcome.code(), wrong);
    }
    assertTrue(
        hark.run("request", "price", "--seconds", "9", "--floor", "atlantis")
            .err()
            .contains("hark floor --all"));
    assertTrue(hark.run("request", "price", "--kind", "dance").err().contains("compare-audio"));
    assertTrue(
        hark.run("request", "price", "--seconds", "9", "--floor", "nl", "--currency", "KES")
            .err()
            .contains("No exchange rate"));
  }

  @Test
  @Requirement("PAY-12")
  void postingUnderTheFloorIsToldFirstAndDoneAllTheSame() throws IOException {
    Path file = file(6);

    HarkRun.Outcome posted =
        hub("request", "post", file.toString(), "--seconds", "60", "--name", "Fair");

    assertEquals(0, posted.code(), posted.err());
    assertTrue(posted.err().contains("6 cents for 1 minute is 3 euros 60 an hour"), posted.err());
    assertTrue(posted.err().contains("under the floor of"), posted.err());
    assertTrue(posted.out().contains("osted"), posted.out());
    HarkRun.Outcome fair =
        hub("request", "post", file(95).toString(), "--seconds", "60", "--name", "Fair");
    assertEquals(0, fair.code(), fair.err());
    assertFalse(fair.err().contains("under the floor"), fair.err());
  }

  private HarkRun.Outcome hub(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--hub", hub.address()));
    return new HarkRun(home).with("LANG", "nl_NL.UTF-8").run(english(all));
  }

  private static String[] english(List<String> args) {
    args.addAll(List.of("--lang", "en"));
    return args.toArray(String[]::new);
  }

  private Path file(long minor) throws IOException {
    return Files.writeString(
        home.resolve("post-" + minor + ".json"),
        """
        {"title": "Same or not", "kind": "SELECT_OBJECT", "language": "en",
          "reward": {"minor": %d, "currency": "EUR"}, "allowedSeconds": 600, "needs": [],
          "keywords": [], "tasks": [{"question": {"type": "choice", "prompt": "Same?",
            "media": [], "options": [{"id": "y", "label": "Yes"}, {"id": "n", "label": "No"}]}}]}
        """
            .formatted(minor));
  }
}
