package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.cli.hub.Connection;
import dev.hark.market.Marketplace;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workers hear of their answers to a recording, and what comes of it when they disagree. */
final class ComparedCommandsTest {
  private static final int RATE = 16_000;

  @TempDir Path home;
  private String jobId = "";

  private static Clip phrase() {
    Random random = new Random(3);
    short[] samples = new short[9 * RATE];
    for (int i = 0; i < samples.length; i++) {
      boolean spoken = i > 2 * RATE && i < 7 * RATE;
      double swell = Math.abs(Math.sin(Math.PI * i / RATE * 5));
      samples[i] = (short) (random.nextGaussian() * (spoken ? 300 + 4000 * swell : 10));
    }
    return new Clip(samples, RATE);
  }

  private HarkRun.Outcome run(Path who, Connection hub, String... words) {
    return new HarkRun(who).with("HARK_HUB", hub.address()).run(words);
  }

  private Path worker(int number) {
    return home.resolve("worker" + number);
  }

  private void answer(Connection hub, int worker, String group, String words) {
    Connection theirs = Connection.to(new HarkRun(worker(worker)).folders(), hub.address());
    try (Marketplace market = theirs.worker()) {
      Assignment held = market.accept(group, "take");
      market.submit(held.id(), new Answer.Text(words), "give");
    }
  }

  private String posted(Connection hub) throws IOException {
    Path file = home.resolve("talk.wav");
    Wav.write(file, phrase());
    HarkRun.Outcome outcome =
        run(
            home,
            hub,
            "request",
            "audio",
            file.toString(),
            "--language",
            "en",
            "--name",
            "Radio Archive",
            "--workers",
            "3",
            "--reward",
            "0.18",
            "--bonus",
            "0.06",
            "--currency",
            "EUR",
            "--json");
    assertEquals(0, outcome.code(), outcome.err());
    JsonNode job = Json.MAPPER.readTree(outcome.out()).at("/jobs/0/job");
    assertEquals(1, job.get("pieces").asInt());
    jobId = job.get("id").asText();
    return job.get("groupId").asText();
  }

  private long balance(Connection hub, Path who, String... words) throws IOException {
    JsonNode json = Json.MAPPER.readTree(run(who, hub, words).out());
    JsonNode balance = json.findValue("balance");
    return balance == null ? json.findValue("total").asLong() : balance.get("minor").asLong();
  }

  @Test
  @Requirement({"TRN-51", "TRN-83"})
  void aDisputeIsPaidOnceAndTheWorkersOfARecordingAreTold() throws IOException {
    try (Connection hub = Connection.embedded(new HarkRun(home).folders(), false, _ -> {})) {
      String group = posted(hub);
      assertTrue(
          run(home, hub, "request", "workers", jobId).out().contains("Nobody has answered a piece"),
          run(home, hub, "request", "workers", jobId).out());
      answer(hub, 0, group, "the old keeper rowed out at dawn");
      answer(hub, 1, group, "the old keeper rowed out at dawn");
      answer(hub, 2, group, "the old keeper road out at down");
      run(home, hub, "request", "jobs");
      HarkRun.Outcome told = run(home, hub, "request", "workers", jobId);
      assertEquals(3, told.lines().size(), told.out());
      assertTrue(told.out().contains("71 percent"), told.out());
      JsonNode workers =
          Json.MAPPER.readTree(run(home, hub, "request", "workers", jobId, "--json").out());
      assertEquals(3, workers.at("/workers").size());
      String id =
          Json.MAPPER
              .readTree(run(worker(2), hub, "compared", "--json").out())
              .at("/compared/0/assignmentId")
              .asText();
      assertEquals(0, run(worker(2), hub, "dispute", id, "He says road.").code());
      long before = balance(hub, home, "request", "funds", "--json");
      long earned = balance(hub, worker(2), "earnings", "--json");
      HarkRun.Outcome paid = run(home, hub, "request", "settle", id, "--pay");
      assertEquals(0, paid.code(), paid.err());
      assertTrue(paid.out().contains("3 cents"), paid.out());
      assertEquals(before - 3, balance(hub, home, "request", "funds", "--json"));
      assertEquals(earned + 3, balance(hub, worker(2), "earnings", "--json"));
      assertEquals(0, run(home, hub, "request", "settle", id, "--pay").code(), "again is the same");
      assertEquals(before - 3, balance(hub, home, "request", "funds", "--json"));
      HarkRun.Outcome late = run(home, hub, "request", "settle", id, "--refuse", "No.");
      assertTrue(late.code() != 0 && !late.err().contains("Exception"), late.err());
      for (String bad : List.of("none", "../jobs")) {
        HarkRun.Outcome unknown = run(home, hub, "request", "workers", bad, "--lang", "nl");
        assertTrue(unknown.code() != 0 && unknown.err().contains("niet"), unknown.err());
      }
    }
  }

  @Test
  @Requirement({"TRN-50", "TRN-51", "AUD-108"})
  void thePieceIsHeardAgainADisputeIsRefusedInWordsAndTheWorkerHearsThem() throws IOException {
    try (Connection hub = Connection.embedded(new HarkRun(home).folders(), false, _ -> {})) {
      String group = posted(hub);
      answer(hub, 0, group, "the old keeper rowed out at dawn");
      answer(hub, 1, group, "the old keeper rowed out at dawn");
      answer(hub, 2, group, "the old keeper road out at down");
      run(home, hub, "request", "jobs");
      JsonNode mine =
          Json.MAPPER.readTree(run(worker(2), hub, "compared", "--json").out()).at("/compared/0");
      String id = mine.get("assignmentId").asText();
      Path heard = home.resolve("heard");
      HarkRun.Outcome played =
          run(worker(2), hub, "compared", id, "--play", "--sound-to", heard.toString());
      assertEquals(0, played.code(), played.err());
      assertTrue(played.out().contains("After keeper: you wrote road, the others rowed."));
      Clip piece = Wav.decode(Files.readAllBytes(heard.resolve("0001-task.wav")), "task");
      assertEquals(5.5, piece.length().toMillis() / 1000.0, 0.6, "the piece and nothing else");
      HarkRun.Outcome which = run(worker(2), hub, "compared", "--play");
      assertEquals(2, which.code());
      assertTrue(which.err().contains("Say which piece to play"), which.err());
      HarkRun.Outcome foreign = run(worker(0), hub, "compared", id, "--play");
      assertTrue(foreign.code() != 0 && !foreign.err().contains("Exception"), foreign.err());
      assertEquals(0, run(worker(2), hub, "dispute", id, "He says road.").code());
      assertTrue(run(home, hub, "request", "disputes").out().contains("He says road."));
      HarkRun.Outcome both =
          run(home, hub, "request", "settle", id, "--pay", "--refuse", "Six others agree.");
      assertEquals(2, both.code());
      assertEquals(2, run(home, hub, "request", "settle", id).code(), "neither");
      HarkRun.Outcome refused =
          run(home, hub, "request", "settle", id, "--refuse", "Two others agree.");
      assertEquals(0, refused.code(), refused.err());
      assertTrue(refused.out().contains("hears why not"), refused.out());
      assertTrue(run(worker(2), hub, "compared", id).out().contains("Two others agree."));
      assertFalse(run(home, hub, "request", "disputes").out().contains("He says road."));
      HarkRun.Outcome late = run(home, hub, "request", "settle", id, "--pay");
      assertTrue(late.code() != 0 && !late.err().contains("Exception"), late.err());
    }
  }
}
