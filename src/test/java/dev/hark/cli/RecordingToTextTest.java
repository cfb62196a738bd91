package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.audio.Joined;
import dev.hark.audio.Sound;
import dev.hark.audio.Tones;
import dev.hark.audio.Wav;
import dev.hark.audio.decode.SeekableSound;
import dev.hark.cli.hub.Connection;
import dev.hark.fault.Fault;
import dev.hark.market.Marketplace;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.transcript.CrowdFile;
import dev.hark.transcript.Piece;
import dev.hark.transcript.Token;
import dev.hark.transcript.WordErrors;
import dev.hark.transcript.Words;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a recording to its subtitles, with real speech and what real workers wrote of it. */
final class RecordingToTextTest {
  private static final Path DATA =
      Path.of(System.getProperty("hark.root", ".")).resolve("../shared/data");
  private static final long SILENCE = 3_000;
  private static final int WORKERS = 7;
  private static final long REWARD = 18;
  private static final int BONUS = 6;

  @TempDir Path home;

  /**
   * One of the real recordings.
   *
   * @param start in the joined one, in milliseconds
   * @param said what is said
   * @param answers of real workers
   */
  private record Heard(long start, long end, String said, List<List<String>> answers) {}

  private HarkRun.Outcome run(Path who, Connection hub, String... words) {
    HarkRun.Outcome outcome = new HarkRun(who).with("HARK_HUB", hub.address()).run(words);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome;
  }

  private JsonNode json(Path who, Connection hub, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    return Json.MAPPER.readTree(run(who, hub, all.toArray(String[]::new)).out());
  }

  @Test
  @Requirement({"TRN-47", "TRN-49", "TRN-50", "TRN-53", "TRN-73"})
  void tenRealRecordingsBecomeSubtitlesAndSevenWorkersArePaid() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "the recordings and the answers of a crowd are not here");
    List<Heard> heard = recordings();
    try (Connection hub = Connection.embedded(new HarkRun(home).folders(), false, _ -> {})) {
      JsonNode job = post(hub);
      String id = job.get("id").asText();
      Map<String, long[]> places = places(hub, id);
      for (int worker = 0; worker < WORKERS; worker++) {
        answer(hub, worker, job.get("groupId").asText(), places, heard);
      }
      String said = heard.stream().map(Heard::said).collect(Collectors.joining(" "));
      double rate = rate(hub, id, said);
      assertTrue(rate <= 0.07, "word error rate " + rate);
      approveStrange(hub);
      subtitles(hub, id, heard.getLast().end());
      paid(hub, id, places.size());
      learnt(hub);
      verified(hub, id);
    }
  }

  /** A second round asks about unsure places only, for what it said that it would cost. */
  private void verified(Connection hub, String id) throws IOException {
    String[] round = {
      "request", "transcript", id, "--verify", "--reward", "0.02", "--workers", "3", "--places", "5"
    };
    run(home, hub, "settings", "set", "floor", "14.71 EUR");
    HarkRun.Outcome posted = run(home, hub, round);
    assertTrue(posted.err().contains("15 answers cost at most 30 cents."), posted.err());
    assertTrue(posted.err().contains("under the floor"), posted.err());
    String line = posted.lines().getFirst();
    assertTrue(
        line.startsWith("5 places go to 3 workers each, for 2 cents an answer, as task group "),
        line);
    String group = line.replaceAll(".* |\\.$", "");
    assertTrue(
        json(home, hub, "request", "groups").findParents("reward").stream()
            .anyMatch(
                one ->
                    one.path("groupId").asText().equals(group)
                        && one.at("/reward/minor").asInt() == 2),
        group);
    String next = run(home, hub, round).lines().getFirst();
    assertFalse(next.contains(group), "another round asks about other places");
  }

  /** All in one file with silences between them. */
  private List<Heard> recordings() throws IOException {
    Map<String, Piece> crowd = new HashMap<>();
    for (String split : List.of("dev-clean", "dev-other")) {
      CrowdFile.read(DATA.resolve("crowdspeech/crowdspeech-" + split + "-crowd.tsv"), Locale.ROOT)
          .pieces()
          .forEach(piece -> crowd.put(piece.id(), piece));
    }
    List<Heard> heard = new ArrayList<>();
    List<Sound> clips = new ArrayList<>();
    long at = 0;
    for (String line :
        Files.readAllLines(DATA.resolve("speech/manifest.tsv")).stream().skip(1).toList()) {
      String[] columns = line.split("\t", -1);
      Sound clip =
          SeekableSound.open(Files.readAllBytes(DATA.resolve("speech/" + columns[0])), columns[0]);
      clips.add(clip);
      long length = clip.length().toMillis();
      List<List<String>> answers =
          Objects.requireNonNull(crowd.get(columns[3])).answers().stream()
              .map(one -> one.tokens().stream().map(Token::surface).toList())
              .toList();
      heard.add(new Heard(at, at + length, columns[2], answers));
      at += length + SILENCE;
    }
    Wav.write(home.resolve("clips.wav"), Tones.whole(Joined.of(clips, Duration.ofMillis(SILENCE))));
    return heard;
  }

  private JsonNode post(Connection hub) throws IOException {
    JsonNode posted =
        json(
            home,
            hub,
            "request",
            "audio",
            home.resolve("clips.wav").toString(),
            "--language",
            "en",
            "--name",
            "Radio Archive",
            "--workers",
            Integer.toString(WORKERS),
            "--min-answers",
            Integer.toString(WORKERS),
            "--shortest",
            "1",
            "--longest",
            "17",
            "--reward",
            "0.18",
            "--bonus",
            "0.06",
            "--currency",
            "EUR");
    return posted.at("/jobs/0/job");
  }

  /** Start and end of each piece by its sound. */
  private static Map<String, long[]> places(Connection hub, String id) {
    Map<String, long[]> places = new HashMap<>();
    try (var desk = hub.requester()) {
      desk.jobs()
          .pieces(id)
          .forEach(
              piece ->
                  places.put(
                      piece.mediumId(),
                      new long[] {piece.startMilliseconds(), piece.endMilliseconds()}));
    }
    return places;
  }

  private Path home(int worker) {
    return home.resolve("worker" + worker);
  }

  private void answer(
      Connection hub, int worker, String group, Map<String, long[]> places, List<Heard> heard) {
    Connection theirs = Connection.to(new HarkRun(home(worker)).folders(), hub.address());
    try (Marketplace market = theirs.worker()) {
      for (int i = 0; i < places.size(); i++) {
        Assignment held = market.accept(group, "take " + i);
        long[] place =
            Objects.requireNonNull(places.get(held.task().question().media().getFirst().id()));
        market.submit(held.id(), new Answer.Text(words(place, worker, heard)), "give " + i);
      }
      assertThrows(Fault.Refused.class, () -> market.accept(group, "one more"), "each piece once");
    }
  }

  /** What a worker wrote of a piece; of one that has only a part of a recording, that part. */
  private static String words(long[] place, int worker, List<Heard> heard) {
    List<String> words = new ArrayList<>();
    for (Heard one : heard) {
      long from = Math.max(place[0], one.start());
      long to = Math.min(place[1], one.end());
      if (to - from > 400) {
        List<String> all = one.answers().get(worker);
        double length = one.end() - one.start();
        int first = (int) Math.round(all.size() * (from - one.start()) / length);
        int last = (int) Math.round(all.size() * (to - one.start()) / length);
        boolean whole = to - from > 0.9 * length;
        words.addAll(whole ? all : all.subList(first, last));
      }
    }
    return words.isEmpty() ? "[no speech]" : String.join(" ", words);
  }

  private double rate(Connection hub, String id, String said) throws IOException {
    List<String> words = new ArrayList<>();
    JsonNode text =
        Json.MAPPER.readTree(run(home, hub, "request", "transcript", id, "--format", "json").out());
    text.get("words").forEach(word -> words.add(word.get("word").asText()));
    return WordErrors.of(Words.of(said), words).rate();
  }

  private void subtitles(Connection hub, String id, long length) throws IOException {
    Path out = home.resolve("clips.srt");
    run(home, hub, "request", "transcript", id, "--out", out.toString());
    List<String> lines = Files.readAllLines(out);
    assertEquals("1", lines.getFirst());
    List<String> times = lines.stream().filter(line -> line.contains(" --> ")).toList();
    assertTrue(times.size() >= 10, times.toString());
    String last = times.getLast();
    assertTrue(
        last.substring(last.length() - 12)
                .compareTo(
                    String.format(
                        Locale.ROOT, "00:%02d:%02d,999", length / 60_000, length / 1000 % 60))
            <= 0,
        last);
  }

  /** What makes no sense beside the others waits for a person: here they are paid all the same. */
  private void approveStrange(Connection hub) throws IOException {
    JsonNode waiting = json(home, hub, "request", "pending").get("submissions");
    assertTrue(waiting.size() <= 3, waiting.toString());
    for (JsonNode one : waiting) {
      run(home, hub, "request", "approve", one.get("assignmentId").asText());
    }
  }

  private void paid(Connection hub, String id, int pieces) throws IOException {
    JsonNode jobs = json(home, hub, "request", "jobs").get("jobs");
    assertEquals(id, jobs.at("/0/job/id").asText());
    assertEquals(pieces, jobs.at("/0/done").asInt());
    assertTrue(jobs.at("/0/job").has("closed"));
    long paid = 0;
    for (int worker = 0; worker < WORKERS; worker++) {
      JsonNode compared = json(home(worker), hub, "compared").get("compared");
      assertEquals(pieces, compared.size());
      long bonus = 0;
      for (JsonNode one : compared) {
        assertTrue(one.at("/bonus/minor").asLong() <= BONUS);
        bonus += one.at("/bonus/minor").asLong();
      }
      assertTrue(bonus > 0, "worker " + worker);
      JsonNode earned = json(home(worker), hub, "earnings").at("/currencies/0");
      paid += pieces * REWARD + bonus;
      assertTrue(earned.toString().contains(":" + (pieces * REWARD + bonus)), earned.toString());
    }
    assertEquals(paid, jobs.at("/0/paid/minor").asLong());
    HarkRun.Outcome ledger = new HarkRun(home).run("hub", "ledger", "check");
    assertTrue(ledger.out().startsWith("All money adds up"), ledger.out() + ledger.err());
  }

  /** Workers hear where they differ, dispute it, and the requester answers. */
  private void learnt(Connection hub) throws IOException {
    for (int worker = 0; worker < WORKERS; worker++) {
      for (JsonNode one : json(home(worker), hub, "compared").get("compared")) {
        if (one.at("/bonus/minor").asLong() < BONUS) {
          String id = one.get("assignmentId").asText();
          String heard = run(home(worker), hub, "compared", id).out();
          assertTrue(heard.contains("percent like the others"), heard);
          assertTrue(heard.contains("the others"), heard);
          run(home(worker), hub, "dispute", id, "I am sure of it.");
          String disputes = run(home, hub, "request", "disputes").out();
          assertTrue(disputes.contains("I am sure of it."), disputes);
          run(home, hub, "request", "settle", id, "--refuse", "Six others agree.");
          assertTrue(run(home(worker), hub, "compared", id).out().contains("Six others agree."));
          return;
        }
      }
    }
    throw new AssertionError("nobody differs");
  }
}
