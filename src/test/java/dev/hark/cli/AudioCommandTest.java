package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.cli.hub.Connection;
import dev.hark.journal.Tokens;
import dev.hark.market.Marketplace;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings posted from the command line, against a real hub. */
final class AudioCommandTest {
  private static final int RATE = 16_000;
  private static final String BY_LENGTH =
      "Transcribe 6 seconds of speech\\. \\d+ cents and up to 4 cents for closeness, about 15 to"
          + " \\d+ euros an hour by its length\\. .*";

  @TempDir static Path hubHome;
  private static @Nullable Connection hub;

  @TempDir Path home;
  private Path file = Path.of("");

  @BeforeAll
  static void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
  }

  @AfterAll
  static void stopHub() {
    Objects.requireNonNull(hub).close();
  }

  private HarkRun hark() {
    return hark(home);
  }

  private static HarkRun hark(Path home) {
    return new HarkRun(home).with("HARK_HUB", Objects.requireNonNull(hub).address());
  }

  @BeforeEach
  void record() {
    file = home.resolve("talk.wav");
    Wav.write(file, talk(6));
  }

  /** Phrases of five seconds with pauses of two. */
  private static Clip talk(int phrases) {
    Random random = new Random(9);
    short[] samples = new short[(phrases * 7 + 2) * RATE];
    for (int i = 0; i < samples.length; i++) {
      int within = (i / RATE) % 7;
      boolean spoken = within >= 2 && i < (phrases * 7) * RATE;
      double swell = Math.abs(Math.sin(Math.PI * i / RATE * 5));
      samples[i] = (short) (random.nextGaussian() * (spoken ? 300 + 4000 * swell : 10));
    }
    return new Clip(samples, RATE);
  }

  private HarkRun.Outcome audio(String... more) {
    List<String> words = new ArrayList<>(List.of("request", "audio", file.toString()));
    words.addAll(List.of("--language", "en", "--name", "Radio Archive"));
    words.addAll(List.of(more));
    return hark().run(words.toArray(String[]::new));
  }

  private static JsonNode json(HarkRun.Outcome outcome) throws IOException {
    assertEquals(0, outcome.code(), outcome.err());
    return Json.MAPPER.readTree(outcome.out());
  }

  private JsonNode jobs() throws IOException {
    return json(hark().run("request", "groups", "--json"));
  }

  @Test
  @Requirement("AUD-20")
  void aDryRunTellsPiecesPriceFeesAndTimeAndPostsNothing() throws IOException {
    HarkRun.Outcome told = audio("--dry-run", "--reward", "0.18", "--currency", "EUR");
    assertEquals(0, told.code(), told.err());
    String out = told.out();
    assertTrue(out.contains("talk.wav: 44 seconds, cut into 6 pieces of about 6 seconds."), out);
    assertTrue(out.contains("30 answers cost at most 5 euros 40."), out);
    assertTrue(out.contains("Nothing was posted."), out);
    JsonNode json = json(audio("--dry-run", "--reward", "0.18", "--currency", "EUR", "--json"));
    assertEquals(6, json.at("/recordings/0/pieces").size());
    assertEquals(540, json.at("/total/minor").asLong());
    assertEquals(0, jobs().at("/groups").size());
  }

  @Test
  @Requirement("AUD-21")
  void withoutARewardThePriceReachesTheFloor() throws IOException {
    JsonNode json = json(audio("--dry-run", "--floor", "18 EUR", "--json"));
    double seconds = json.at("/secondsPerPiece").asDouble();
    assertEquals(5.6, seconds / json.at("/workPerSecondOfSound").asDouble(), 0.1);
    assertTrue(json.at("/perHour/minor").asLong() >= 1800);
    long reward = json.at("/reward/minor").asLong();
    assertEquals((long) Math.ceil(18_00 * seconds / 3600), reward);
    JsonNode slow = json(audio("--dry-run", "--floor", "18 EUR", "--seconds", "60", "--json"));
    assertEquals(30, slow.at("/reward/minor").asLong());
  }

  @Test
  @Requirement("AUD-104")
  void aDryRunTellsWhenAllMayBeInByTheWorkOfTheLastDays() throws IOException {
    String[] terms = {"--dry-run", "--reward", "0.18", "--currency", "EUR"};
    HarkRun.Outcome nobody = audio(with(terms, "--language", "hi"));
    assertTrue(
        nobody.out().contains("in the last 7 days nobody wrote down Hindi here"), nobody.out());
    JsonNode posted =
        json(audio("--reward", "0.18", "--currency", "EUR", "--workers", "1", "--json"));
    Connection theirs =
        Connection.to(
            hark(home.resolve("worker")).folders(), Objects.requireNonNull(hub).address());
    try (Marketplace market = theirs.worker()) {
      Assignment held = market.accept(posted.at("/jobs/0/job/groupId").asText(), "take");
      market.submit(held.id(), new Answer.Text("the old keeper"), "give");
    }
    HarkRun.Outcome told = audio(terms);
    assertTrue(told.out().contains("wrote down English here"), told.out());
    assertTrue(told.out().contains("other work makes it longer."), told.out());
    JsonNode json = json(audio(with(terms, "--json")));
    double days =
        json.at("/workSeconds").asDouble() / json.at("/workforceSecondsPerDay").asDouble();
    assertEquals(days, json.at("/expectedSeconds").asDouble() / 86_400, 0.01 * days + 0.1);
    assertTrue(json.at("/activeWorkers").asInt() >= 1);
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  @Requirement({"AUD-105", "AUD-106"})
  void aNewRecordingAtTheFloorIsKeptByTheFilterForFairPay() throws IOException {
    json(audio("--floor", "14.71 EUR", "--bonus", "0.04", "--json"));
    Path worker = home.resolve("worker");
    assertEquals(0, hark(worker).run("settings", "set", "floor", "14.71 EUR").code());
    HarkRun.Outcome listed = hark(worker).run("tasks", "--filter", "fair-pay");
    assertTrue(listed.out().lines().anyMatch(line -> line.matches(BY_LENGTH)), listed.out());
  }

  @Test
  @Requirement("AUD-22")
  void theSameAgainPostsNothingMore() throws IOException {
    String[] terms = {"--reward", "0.18", "--currency", "EUR", "--bonus", "0.06", "--json"};
    JsonNode first = json(audio(terms));
    assertEquals(6, first.at("/jobs/0/job/pieces").asInt());
    assertEquals(30, first.at("/jobs/0/job/answers").asInt());
    JsonNode again = json(audio(terms));
    assertEquals(first.at("/jobs/0/job/id").asText(), again.at("/jobs/0/job/id").asText());
    assertTrue(again.at("/jobs/0/before").asBoolean());
    assertEquals(1, jobs().at("/groups").size());
    JsonNode other = json(audio("--reward", "0.20", "--currency", "EUR", "--json"));
    assertEquals(false, other.at("/jobs/0/before").asBoolean());
    assertEquals(2, jobs().at("/groups").size());
  }

  @Test
  @Requirement({"AUD-22", "TRN-80"})
  void theSameFromAnotherComputerIsKnownAtWhateverPriceTheFloorNowBrings() throws IOException {
    Wav.write(home.resolve("known.wav"), talk(1));
    Path gold = Files.writeString(home.resolve("gold.tsv"), "known.wav\tthe old lighthouse\n");
    String[] mixed = {"--gold", gold.toString(), "--gold-rate", "0.2", "--json"};
    JsonNode first = json(audio(with(mixed, "--floor", "18 EUR")));
    String address = Objects.requireNonNull(hub).address();
    Connection here = Connection.to(hark().folders(), address);
    Path elsewhere = home.resolve("elsewhere");
    Connection.to(hark(elsewhere).folders(), address)
        .keep(Tokens.Role.REQUESTER, here.kept(Tokens.Role.REQUESTER));
    long balance = balance();
    List<String> words = new ArrayList<>(List.of("request", "audio", file.toString()));
    words.addAll(List.of("--language", "en", "--floor", "24 EUR", "--lang", "nl"));
    words.addAll(List.of(mixed));
    HarkRun.Outcome told = hark(elsewhere).run(words.toArray(String[]::new));
    JsonNode again = json(told);
    assertEquals(first.at("/jobs/0/job/id").asText(), again.at("/jobs/0/job/id").asText());
    assertTrue(again.at("/jobs/0/before").asBoolean());
    assertTrue(told.err().contains("talk.wav was al begonnen voor"), told.err());
    assertEquals(balance, balance());
    assertEquals(1, jobs().at("/groups").size());
    try (var files = Files.walk(elsewhere)) {
      assertTrue(files.noneMatch(path -> path.toString().endsWith(".parts")), "nothing was sent");
    }
  }

  @Test
  @Requirement("AUD-20")
  void aRecordingThatEndsInTheMiddleOfAWordIsPosted() throws IOException {
    short[] whole = talk(1).samples();
    Wav.write(file, new Clip(Arrays.copyOf(whole, 5 * RATE + 43), RATE));
    JsonNode posted = json(audio("--reward", "0.18", "--currency", "EUR", "--json"));
    assertEquals(1, posted.at("/jobs/0/job/pieces").asInt());
  }

  @Test
  @Requirement("AUD-22")
  void whatBrokeOffGoesOnWhereItWas() throws IOException {
    String[] terms = {"--reward", "0.18", "--currency", "EUR", "--title", "A\0talk"};
    assertTrue(audio(terms).code() != 0);
    Path note = note();
    List<String> lines = Files.readAllLines(note);
    assertEquals(7, lines.size());
    lines.set(0, lines.getFirst().replace("A\\u0000talk", "A talk"));
    // As a crash leaves it while the fourth piece is noted.
    Files.writeString(note, String.join("\n", lines.subList(0, 4)) + "\nabc");
    HarkRun.Outcome resumed = audio(terms);
    assertEquals(0, resumed.code(), resumed.err());
    assertTrue(resumed.err().contains("3 of 6 pieces were sent before"), resumed.err());
    List<String> after = Files.readAllLines(note);
    assertEquals(lines.subList(0, 4), after.subList(0, 4));
    assertEquals(8, after.size());
    Files.writeString(note, String.join("\n", after.subList(0, 4)) + "\n");
    HarkRun.Outcome known = audio(terms);
    assertTrue(known.out().contains("talk.wav was posted before"), known.err());
    assertEquals(1, jobs().at("/groups").size());
  }

  @Test
  @Requirement("AUD-22")
  void whatBrokeOffIsPostedAtThePriceThatWasTold() throws IOException {
    String[] terms = {"--reward", "0.18", "--currency", "EUR", "--title", "A\0talk"};
    audio(terms);
    Path note = note();
    String begun = Files.readString(note).replace("A\\u0000talk", "A talk");
    Files.writeString(note, begun.replaceFirst("\"minor\":18", "\"minor\":17"));
    HarkRun.Outcome cheaper = audio(terms);
    assertTrue(
        cheaper.err().contains("was begun before at 17 cents for each answer"), cheaper.err());
    assertEquals(
        17, json(hark().run("request", "jobs", "--json")).findValue("reward").at("/minor").asInt());
  }

  private Path note() throws IOException {
    try (var files = Files.walk(home)) {
      return files.filter(path -> path.toString().endsWith(".parts")).findFirst().orElseThrow();
    }
  }

  @Test
  @Requirement("AUD-23")
  void aBudgetBoundsTheAnswersAndOneThatIsTooSmallIsRefused() throws IOException {
    JsonNode json =
        json(
            audio("--dry-run", "--reward", "0.10", "--currency", "EUR", "--budget", "2", "--json"));
    assertEquals(20, json.at("/answersAtMost").asInt());
    assertEquals(12, json.at("/answersAtLeast").asInt());
    HarkRun.Outcome small = audio("--reward", "0.10", "--currency", "EUR", "--budget", "1");
    assertEquals(2, small.code());
    assertTrue(small.err().contains("too small"), small.err());
    assertEquals(0, jobs().at("/groups").size());
  }

  @Test
  @Requirement("TRN-74")
  void theWorthOfAWordSaysHowMuchAnAnswerMustSetRight() throws IOException {
    HarkRun.Outcome dry = worth("0.60", "--dry-run");
    String expected = "only while 100 such answers are expected to set right at least 17 words";
    assertTrue(dry.out().contains(expected), dry.out());
    JsonNode job = json(worth("0.60", "--json")).at("/jobs/0/job");
    assertEquals(60, job.at("/wordWorth/minor").asInt());
    assertEquals(2, job.at("/least").asInt());
    assertEquals(2, worth("x", "--dry-run").code());
  }

  private HarkRun.Outcome worth(String word, String more) {
    return audio("--reward", "0.10", "--currency", "EUR", "--word-worth", word, more);
  }

  @Test
  @Requirement("AUD-24")
  void goldIsMixedInOnce() throws IOException {
    Wav.write(home.resolve("known.wav"), talk(1));
    Path gold = Files.writeString(home.resolve("gold.tsv"), "known.wav\tthe old lighthouse\n");
    Path words = Files.writeString(home.resolve("words.txt"), "IJmuiden\n\nlighthouse\n");
    String[] terms = {
      "--reward",
      "0.18",
      "--currency",
      "EUR",
      "--gold",
      gold.toString(),
      "--gold-rate",
      "0.2",
      "--glossary",
      words.toString(),
      "--json"
    };
    json(audio("--reward", "0.18", "--currency", "EUR", "--dry-run", "--json"));
    long before = balance();
    JsonNode first = json(audio(terms));
    assertTrue(first.at("/knownAtMost").asInt() > 0);
    assertEquals(
        first.at("/total/minor").asLong(), before - balance(), "known answers are in the price");
    json(audio(terms));
    String group = first.at("/jobs/0/job/groupId").asText();
    assertEquals(2, first.at("/jobs/0/job/glossary").size());
    Path none = Files.writeString(home.resolve("none.json"), "{\"goldRate\": 0.2}");
    JsonNode quality = json(hark().run("request", "quality", group, none.toString(), "--json"));
    assertEquals(1, quality.at("/goldTasks").asInt());
    Files.writeString(gold, "known.wav\n");
    HarkRun.Outcome bad = audio("--reward", "0.18", "--gold", gold.toString());
    assertTrue(bad.err().contains("line 1 is not of the form"), bad.err());
  }

  private long balance() throws IOException {
    return json(hark().run("request", "funds", "--json"))
        .at("/currencies/0/balance/minor")
        .asLong();
  }

  @Test
  @Requirement("AUD-3")
  void moneyThatLacksIsSaidBeforeAnythingIsSent() throws IOException {
    HarkRun.Outcome refused = audio("--reward", "400", "--currency", "EUR");
    assertTrue(refused.err().contains("2,000 euros is missing"), refused.err());
    assertTrue(refused.code() != 0);
    try (var files = Files.walk(home)) {
      assertTrue(files.noneMatch(path -> path.toString().endsWith(".parts")));
    }
    assertEquals(0, jobs().at("/groups").size());
  }

  @Test
  @Requirement({"AUD-12", "AUD-14"})
  void whatCannotBePostedIsSaidBeforeAnythingIsSent() throws IOException {
    Wav.write(file, new Clip(new short[RATE * 20], RATE));
    HarkRun.Outcome silent = audio("--reward", "0.18", "--currency", "EUR");
    assertTrue(silent.err().contains("Nobody speaks in talk.wav"), silent.err());
    Files.writeString(file, "no sound");
    HarkRun.Outcome text = audio("--reward", "0.18", "--currency", "EUR");
    assertTrue(text.err().contains("is no recording that can be read"), text.err());
    assertTrue(silent.code() != 0 && text.code() != 0);
    assertEquals(2, audio("--language", "english language").code());
    assertEquals(2, audio("--workers", "0").code());
    assertEquals(2, audio("--shortest", "7", "--longest", "8").code());
    assertEquals(2, audio("--target", "1").code());
    assertEquals(2, hark().run("request", "groups").code(), "nobody was registered");
  }
}
