package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.HarkRun;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.hub.demo.DemoMarket;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of tasks, against a real hub with the demo market. */
final class TasksCommandTest {
  @TempDir static Path data;
  @TempDir Path home;
  private static Hub hub;
  private HarkRun hark;

  @BeforeAll
  static void demoMarket() {
    hub = Hub.start(HubConfig.embedded(data, "Demo", true));
    DemoMarket.fill(hub.services(), Clock.systemUTC(), progress -> {});
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void worker() {
    hark = new HarkRun(home).with("HARK_HUB", hub.uri().toString()).with("LANG", "nl_NL.UTF-8");
    hark.run("settings", "set", "sees", "no");
  }

  @Test
  @Requirement({"TSK-1", "LST-1"})
  void oneOfferIsOneLineAndWhatNeedsSightIsHidden() {
    List<String> lines = lines("tasks", "--lang", "en");

    assertTrue(lines.getFirst().contains("because they need sight"), lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      assertFalse(line.startsWith("Needs sight"), line);
      assertTrue(line.endsWith("."), line);
    }
    assertEquals(json("tasks").get("kept").asInt(), lines.size() - 1);
    assertTrue(
        lines("tasks", "--all", "--lang", "en").stream()
            .anyMatch(line -> line.contains("Needs sight")));
  }

  @Test
  @Requirement("TSK-2")
  void fairPayKeepsWhatPaysTheFloorAndSaysWhyTheRestIsHidden() {
    List<String> lines =
        lines("tasks", "--filter", "fair-pay", "--sort", "hourly", "--why", "--lang", "en");

    assertTrue(lines.contains("Filter: fair pay, floor 14 euros 71."), lines.toString());
    assertTrue(
        lines.stream().anyMatch(line -> line.contains(", under your floor of 14 euros 71.")),
        String.join("\n", lines));
    assertTrue(
        lines.stream().anyMatch(line -> line.endsWith(": needs sight.")), String.join("\n", lines));
    JsonNode json = json("tasks", "--filter", "fair-pay", "--sort", "hourly");
    List<Long> euros = new ArrayList<>();
    for (JsonNode offer : json.get("offers")) {
      long low = offer.at("/hourly/low/minor").asLong();
      assertTrue(low >= offer.at("/floor/minor").asLong(), offer.toString());
      if (offer.at("/hourly/low/currency").asText().equals("EUR")) {
        euros.add(low);
      }
    }
    assertFalse(euros.isEmpty());
    assertEquals(euros.stream().sorted(Comparator.reverseOrder()).toList(), euros);
    for (JsonNode hidden : json.get("hidden")) {
      assertFalse(hidden.get("reasons").isEmpty(), hidden.toString());
    }
  }

  @Test
  @Requirement("TSK-3")
  void jsonTellsFourStandingsApartAndNoFigureThatIsNotKnown() {
    JsonNode json = json("tasks", "--all", "--limit", "500");

    assertEquals(
        json.get("kept").asInt() + json.get("hiddenCount").asInt(), json.get("offers").size());
    boolean unrated = false;
    for (JsonNode offer : json.get("offers")) {
      String state = offer.at("/rating/state").asText();
      assertTrue(List.of("rated", "no-reviews").contains(state), state);
      assertEquals(state.equals("rated"), offer.at("/rating").has("workers"));
      unrated |= state.equals("no-reviews");
      assertEquals(
          offer.has("hourly"), !offer.get("text").asText().contains("uurloon nog niet bekend"));
    }
    assertTrue(unrated, "somebody in the demo market was never reviewed");
  }

  @Test
  @Requirement("TSK-4")
  void limitListsThatManyAndSaysHowManyMoreFit() {
    List<String> lines = lines("tasks", "--limit", "2", "--lang", "en");

    assertEquals(4, lines.size(), lines.toString());
    assertTrue(lines.getLast().matches("\\d+ more tasks fit; --limit shows more\\."));
    assertEquals(2, hark.run("tasks", "--limit", "0").code());
  }

  @Test
  @Requirement({"TSK-8", "FLT-9"})
  void conditionsOnTheLineCombineWithFiltersAndWithEachOther() {
    JsonNode both =
        json(
            "tasks",
            "--filter",
            "fair-pay",
            "--where",
            "task.language == 'en'",
            "--where",
            "task.minutes <= 10.0");
    assertTrue(both.get("kept").asInt() > 0, both.get("summary").toString());
    for (JsonNode offer : both.get("offers")) {
      assertEquals("en", offer.get("language").asText());
      assertTrue(offer.get("allowedSeconds").asInt() <= 600, offer.toString());
      assertTrue(
          offer.at("/hourly/low/minor").asLong() >= offer.at("/floor/minor").asLong(),
          offer.toString());
    }
    assertTrue(
        lines("tasks", "--filter", "fair-pay", "--where", "task.language == 'en'", "--lang", "en")
            .contains("Filters: fair pay and language English, floor 14 euros 71."));

    HarkRun.Outcome broken = hark.run("tasks", "--where", "pay.lou > 1", "--lang", "en");
    assertEquals(
        "--where, line 1, column 1: there is no pay.lou. Did you mean pay.low?",
        broken.err().strip());
    assertEquals(2, broken.code());
  }

  @Test
  @Requirement("TSK-9")
  void whereNothingFitsTheConditionThatHidesMostIsTold() {
    JsonNode all = json("tasks");
    int reach = all.get("kept").asInt();

    List<String> english =
        lines("tasks", "--where", "task.minutes > 0.5 && pay.low >= 9000.0", "--lang", "en");
    List<String> dutch =
        lines("tasks", "--where", "task.minutes > 0.5 && pay.low >= money(9000, 'EUR')");

    assertEquals(
        "Nothing fits: pay per hour of at least 9,000 hides " + reach + " of " + reach + ".",
        english.get(1));
    assertEquals(
        "Niets past: uurloon van minstens 9.000 euro verbergt er " + reach + " van " + reach + ".",
        dutch.get(1));
  }

  @Test
  @Requirement("FLT-13")
  void explainTellsOfOneTaskEachPartOfEachFilterWithTheFacts() {
    JsonNode all = json("tasks", "--filter", "fair-pay", "--all", "--limit", "500");
    JsonNode under = null;
    JsonNode blindfolded = null;
    for (JsonNode hidden : all.get("hidden")) {
      if (hidden.get("hiddenBy").asText().equals("senses")) {
        blindfolded = hidden;
      } else if (hidden.has("hourly")) {
        under = hidden;
      }
    }
    String id = Objects.requireNonNull(under).get("id").asText();
    String fact = under.get("reasons").get(0).asText();

    List<String> dutch =
        lines("filter", "explain", id, "--filter", "fair-pay", "--where", "task.minutes <= 600.0");
    List<String> english =
        lines(
            "filter", "explain", id, "--filter", "fair-pay", "--filter", "by-ear", "--lang", "en");
    JsonNode json = json("filter", "explain", id, "--filter", "fair-pay");
    List<String> senses =
        lines(
            "filter",
            "explain",
            Objects.requireNonNull(blindfolded).get("id").asText(),
            "--lang",
            "en");

    assertEquals("De taak is verborgen: " + fact + ".", dutch.get(1));
    assertEquals("Klopt: je lijsten; op geen ervan.", dutch.get(2));
    assertTrue(dutch.get(3).startsWith("Klopt: zintuigen en apparaten; vraagt "), dutch.get(3));
    assertEquals("Klopt: kwalificaties; je komt in aanmerking.", dutch.get(4));
    assertEquals("Klopt: eerlijke betaling, een bekend uurloon.", dutch.get(5), "no fact twice");
    assertTrue(
        dutch
            .get(6)
            .matches(
                "Klopt niet: eerlijke betaling, uurloon van minstens .*; "
                    + Pattern.quote(fact)
                    + "\\."),
        dutch.get(6));
    assertTrue(dutch.get(7).startsWith("Klopt: toegestane tijd van hooguit "), dutch.get(7));
    assertTrue(dutch.get(8).startsWith("Je deed nog niets voor "), dutch.get(8));
    assertEquals(9, dutch.size(), dutch.toString());
    assertTrue(
        english.stream()
            .anyMatch(line -> line.startsWith("Holds: by ear, no need for sight; needs ")),
        String.join("\n", english));
    assertFalse(json.get("kept").asBoolean());
    assertEquals("fair-pay", json.at("/parts/4/filter").asText());
    assertFalse(json.at("/parts/4/holds").asBoolean());
    assertTrue(
        senses.stream().anyMatch(line -> line.startsWith("Fails: senses and devices; needs sight")),
        senses.toString());
  }

  @Test
  @Requirement("FLT-13")
  void explainFindsATaskByWordsAndAsksForMoreWhereSeveralHaveThem() {
    JsonNode one = json("tasks").at("/offers/0");
    String requester = one.at("/requester/name").asText();

    assertEquals(
        one.get("id").asText(),
        json("filter", "explain", one.get("id").asText()).get("id").asText());
    HarkRun.Outcome none = hark.run("filter", "explain", "nothing", "at", "all", "--lang", "en");
    assertEquals(
        "No open task has nothing at all in its title or its requester's name. hark tasks --all"
            + " lists them.",
        none.err().strip());
    HarkRun.Outcome several = hark.run("filter", "explain", requester, "--lang", "en");
    assertTrue(
        several.code() == 0
            || several
                .err()
                .contains(" tasks have " + requester + " in their title or requester's name."),
        several.err());
  }

  @Test
  @Requirement("FLT-19")
  void optionsForWhatIsAskedOftenCombine() {
    hark.run("settings", "set", "sees", "yes");
    JsonNode all = json("tasks", "--limit", "500");
    int expected = 0;
    int sightless = 0;
    for (JsonNode offer : all.get("offers")) {
      boolean sight = offer.get("needs").toString().contains("sight");
      sightless += sight ? 0 : 1;
      boolean fits =
          !sight
              && offer.get("qualified").asBoolean()
              && offer.get("couldQualify").asBoolean()
              && offer.get("available").asInt() >= 2
              && offer.get("allowedSeconds").asInt() <= 600
              && List.of("en", "nl").contains(offer.get("language").asText());
      expected += fits ? 1 : 0;
    }
    assertTrue(expected > 0 && expected < all.get("kept").asInt(), expected + " fit");

    assertEquals(sightless, json("tasks", "--no-sight").get("kept").asInt());
    assertEquals(
        expected,
        json(
                "tasks",
                "--no-sight",
                "--qualified",
                "--could-qualify",
                "--min-tasks",
                "2",
                "--max-minutes",
                "10",
                "--language",
                "en",
                "--language",
                "NL")
            .get("kept")
            .asInt());
    assertTrue(
        lines("tasks", "--no-sight", "--max-minutes", "10", "--language", "nl", "--lang", "en")
            .stream()
            .anyMatch(
                line ->
                    line.startsWith(
                        "Filters: no need for sight, time allowed of at most 10 minutes and"
                            + " language Dutch, floor ")));
    assertTrue(
        lines("tasks", "--min-tasks", "99999")
            .contains(
                "Niets past: een aantal taken van minstens 99.999 verbergt er "
                    + all.get("kept").asInt()
                    + " van "
                    + all.get("kept").asInt()
                    + "."));
    String id = all.at("/offers/0/id").asText();
    assertTrue(
        lines("filter", "explain", id, "--min-tasks", "99999", "--lang", "en").stream()
            .anyMatch(
                line -> line.startsWith("Fails: a number of tasks left of at least 99,999; ")));
    assertEquals(
        "dutch is no language. Write it in two letters, such as nl or en.",
        hark.run("tasks", "--language", "dutch", "--lang", "en").err().strip());
    assertEquals(
        "--max-minutes takes a number from 0, not -1.",
        hark.run("tasks", "--max-minutes=-1", "--lang", "en").err().strip());
  }

  @Test
  @Requirement({"FLT-14", "FLT-15"})
  void aBlockBeatsAnIncludeAndAnIncludeBeatsFilters() {
    JsonNode first = json("tasks").at("/offers/0");
    String id = first.get("id").asText();
    String requester = first.at("/requester/name").asText();
    int kept = json("tasks").get("kept").asInt();
    String none = "pay.low > 9000.0";
    assertEquals(0, json("tasks", "--where", none).get("kept").asInt());

    assertEquals(
        List.of("On the list: the group " + id + "."),
        lines("include", "add", "group", id, "--lang", "en"));
    assertEquals(1, json("tasks", "--where", none).get("kept").asInt());
    assertTrue(
        lines("filter", "explain", id, "--where", none, "--lang", "en")
            .contains(
                "Holds: your lists; you included the group " + id + ", which beats filters."));

    assertEquals(
        List.of("Op de lijst: de opdrachtgever " + requester + "."),
        lines("block", "add", "requester", requester));
    assertEquals(0, json("tasks", "--where", none).get("kept").asInt());
    JsonNode two = json("tasks", "--limit", "2");
    assertEquals(2, two.get("offers").size());
    assertTrue(two.get("kept").asInt() < kept);
    for (JsonNode offer : two.get("offers")) {
      assertFalse(offer.at("/requester/name").asText().equals(requester), offer.toString());
    }
    assertTrue(
        lines("tasks", "--lang", "en").getFirst().contains(" that you blocked"),
        lines("tasks", "--lang", "en").getFirst());
    assertTrue(
        lines("tasks", "--why").stream()
            .anyMatch(
                line -> line.endsWith(": je blokkeerde de opdrachtgever " + requester + ".")));
    assertEquals(List.of("requester: " + requester), lines("block", "list", requester));
    assertEquals(
        List.of("None of 1 entry has zzz."), lines("block", "list", "zzz", "--lang", "en"));

    lines("block", "remove", "requester", requester);
    assertEquals(1, hark.run("block", "remove", "requester", requester).code());
    assertEquals(kept, json("tasks").get("kept").asInt());
    assertEquals(List.of("The list is empty."), lines("block", "--lang", "en"));
  }

  @Test
  @Requirement({"TSK-5", "FLT-4", "FLT-5"})
  void anUnknownOrBrokenFilterIsToldInOneSentence() throws IOException {
    HarkRun.Outcome unknown = hark.run("tasks", "--filter", "fairpay", "--lang", "en");
    assertEquals("There is no filter fairpay. Did you mean fair-pay?", unknown.err().strip());
    assertEquals(2, unknown.code());

    Path own = Files.createDirectories(hark.folders().config().resolve("filters"));
    Path file =
        Files.writeString(own.resolve("mine.yaml"), "name: m\nsentence: s\nkeep: pay.lou > 1\n");
    HarkRun.Outcome broken = hark.run("tasks", "--filter", "mine", "--lang", "en");
    assertEquals(
        file + ", line 3, column 7: there is no pay.lou. Did you mean pay.low?",
        broken.err().strip());
    assertEquals(broken.err(), hark.run("filter", "check", file.toString(), "--lang", "en").err());

    Files.writeString(file, "name: mine\nsentence: All of it.\nkeep: 'true'\n");
    assertEquals(
        List.of("Mine is in order. All of it."),
        lines("filter", "check", file.toString(), "--lang", "en"));
    assertTrue(lines("filter", "--lang", "en").contains("mine: All of it."));
    assertTrue(
        lines("filter", "fields", "--lang", "en")
            .contains("pay.known: Whether pay per hour is known, if only as an estimate."));
    assertTrue(lines("filter", "list").stream().anyMatch(line -> line.startsWith("fair-pay: ")));
  }

  @Test
  @Requirement({"TSK-6", "PAY-3"})
  void theFloorIsOnesOwnFigureOrThatOfThePlace() {
    assertEquals(1471, floor());
    hark.run("settings", "set", "place", "DE");
    assertEquals(1390, floor());
    hark.run("settings", "set", "floor", "20 EUR");
    assertEquals(2000, floor());
    hark.run("settings", "set", "floor", "20 QQQ");
    assertTrue(hark.run("tasks", "--lang", "en").err().contains("does not take 20 QQQ"));
  }

  private long floor() {
    return json("tasks", "--limit", "1").at("/offers/0/floor/minor").asLong();
  }

  private List<String> lines(String... args) {
    HarkRun.Outcome outcome = hark.run(args);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.lines();
  }

  private JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--json");
    try {
      return Json.MAPPER.readTree(lines(all.toArray(String[]::new)).getFirst());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
