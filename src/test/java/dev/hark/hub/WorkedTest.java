package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.HarkRun;
import dev.hark.journal.Tokens;
import dev.hark.market.Earnings;
import dev.hark.task.Money;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewBonusJson;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a worker did, and taking it out. */
@OnEachDatabase
class WorkedTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  @TempDir Path home;
  private TestHub hub;
  private Caller worker;
  private Caller requester;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
    requester = hub.register("REQUESTER", "=Radio, \"late\"");
    hub.operator()
        .post("/requesters/" + requester.id() + "/deposits", "d", new MoneyJson(1_000_000, "EUR"));
    new Tokens(new HarkRun(home).folders().made())
        .keep(
            hub.hub.uri().toString(),
            Tokens.Role.WORKER,
            new Tokens.Account(worker.id(), worker.token()));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("TRK-3")
  void everyAnswerAndBonusIsTakenOutAndAddsUp() throws Exception {
    List<String> done = done();
    done(hub.requester());
    Path file = home.resolve("work.csv");

    HarkRun.Outcome told = run("earnings", "--csv", file.toString());
    JsonNode json = Json.MAPPER.readTree(run("earnings", "--csv", file.toString(), "--json").out());

    assertEquals(0, told.code(), told.err());
    List<String> lines = Files.readAllLines(file);
    assertEquals(6, lines.size(), lines.toString());
    assertEquals(
        "entry,assignment,group,title,requester,state,accepted,submitted,decided,currency,amount,"
            + "paid",
        lines.getFirst());
    assertEquals(
        4, lines.stream().filter(line -> line.contains("\"'=Radio, \"\"late\"\"\"")).count());
    BigDecimal sum =
        lines.stream()
            .skip(1)
            .map(line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    long earned = worker.get("/earnings").json().at("/currencies/0/total/minor").asLong();
    assertEquals(0, BigDecimal.valueOf(earned, 2).compareTo(sum), sum + " " + earned);
    assertEquals(earned, json.at("/paid/0/minor").asLong());
    assertEquals(4, json.get("answers").size());
    assertEquals(7, json.at("/answers/3/bonuses/0/minor").asLong());
    assertEquals(done.getFirst(), json.at("/answers/3/assignmentId").asText());
  }

  @Test
  @Requirement("TRK-2")
  void whatWasDoneForARequesterIsCounted() throws Exception {
    done();
    done(hub.requester());

    List<String> lines = run("earnings", "--requester", "=radio, \"late\"").lines();

    assertEquals("3 answers handed in: 1 approved, 1 rejected, 1 undecided.", lines.get(0));
    assertTrue(lines.get(1).startsWith("Paid "), lines.toString());
    assertTrue(lines.get(2).startsWith("Pending "), lines.toString());
    assertEquals(
        "0 answers handed in: 0 approved, 0 rejected, 0 undecided.",
        run("earnings", "--requester", "nobody").lines().getFirst());
  }

  @Test
  @Requirement("TRK-3")
  void pagesHoldEachAnswerOnceAndOnlyOnesOwn() {
    done();
    Caller other = hub.worker();
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = worker.get("/worked?limit=1" + cursor).json();
      page.get("items").forEach(item -> seen.add(item.get("assignmentId").asText()));
      cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());

    assertEquals(3, seen.size(), seen.toString());
    assertEquals(3, seen.stream().distinct().count());
    assertTrue(other.get("/worked").json().get("items").isEmpty());
    assertEquals("forbidden", requester.get("/worked").refusal());
  }

  @Test
  @Requirement("TRK-4")
  void theMonthIsWhatWasPaidSinceItsFirstDay() {
    done();
    JsonNode before = worker.get("/earnings?zone=UTC").json().at("/currencies/0");
    assertTrue(before.at("/month/minor").asLong() > 0, before.toString());
    assertEquals(before.at("/total/minor").asLong(), before.at("/month/minor").asLong());

    hub.clock.forward(Duration.ofDays(32));
    done(hub.requester());
    JsonNode after = worker.get("/earnings?zone=UTC").json().at("/currencies/0");

    assertTrue(after.at("/month/minor").asLong() > 0, after.toString());
    assertTrue(
        after.at("/month/minor").asLong() < after.at("/total/minor").asLong(), after.toString());
  }

  @Test
  @Requirement("TRK-4")
  void aMonthIsProjectedByItsDaysUntilToday() {
    Money none = Money.of(0, "EUR");
    Earnings.Line line =
        new Earnings.Line(
            none, none, none, none, 0, Duration.ZERO, Optional.of(Money.of(1000, "EUR")));

    assertEquals(Optional.of(Money.of(3000, "EUR")), line.projection(LocalDate.of(2026, 11, 10)));
    assertEquals(Optional.of(Money.of(1000, "EUR")), line.projection(LocalDate.of(2026, 11, 30)));
    assertTrue(run("earnings").out().contains("Nothing earned yet"), "and nothing of nothing");
    done();
    assertTrue(run("earnings").out().contains("This month "), run("earnings").out());
  }

  /** One approved with a bonus, one rejected, one undecided; and one that is held. */
  private List<String> done() {
    String group = hub.publish(requester, TestHub.group(4, false, 1));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String id = hub.accept(worker, group, "k" + i).id();
      hub.clock.forward(Duration.ofSeconds(30));
      hub.submit(worker, id, TestHub.WORDS);
      ids.add(id);
    }
    hub.accept(worker, group, "held");
    requester.post("/submissions/" + ids.get(0) + "/approve");
    requester.post("/submissions/" + ids.get(1) + "/reject", TestHub.rejection("Not a word."));
    requester.post(
        "/submissions/" + ids.get(0) + "/bonuses",
        "b",
        new NewBonusJson(new MoneyJson(7, "EUR"), "Well done."));
    return ids;
  }

  private void done(Caller another) {
    String group = hub.publish(another, TestHub.group(1, false, 1));
    String id = hub.accept(worker, group, "other").id();
    hub.clock.forward(Duration.ofSeconds(30));
    hub.submit(worker, id, TestHub.WORDS);
    another.post("/submissions/" + id + "/approve");
  }

  private HarkRun.Outcome run(String... args) {
    return new HarkRun(home).with("HARK_HUB", hub.hub.uri().toString()).run(args);
  }
}
