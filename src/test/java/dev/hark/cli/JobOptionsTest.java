package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.cli.hub.Connection;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.market.Marketplace;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of {@code hark request audio} and what they do on a real hub. */
final class JobOptionsTest extends OneHub {
  private static final int RATE = 16_000;

  private Path file = Path.of("");

  @BeforeEach
  void record() {
    file = home.resolve("talk.wav");
  }

  /** Phrases of five seconds with pauses of two. */
  private static Clip talk(int phrases) {
    Random random = new Random(9);
    short[] samples = new short[(phrases * 7 + 2) * RATE];
    for (int i = 0; i < samples.length; i++) {
      boolean spoken = (i / RATE) % 7 >= 2 && i < phrases * 7 * RATE;
      double swell = Math.abs(Math.sin(Math.PI * i / RATE * 5));
      samples[i] = (short) (random.nextGaussian() * (spoken ? 300 + 4000 * swell : 10));
    }
    return new Clip(samples, RATE);
  }

  private HarkRun hark(Path who) {
    return new HarkRun(who).with("HARK_HUB", hub.address());
  }

  private HarkRun.Outcome audio(String... more) {
    List<String> words = new ArrayList<>(List.of("request", "audio", file.toString()));
    words.addAll(List.of("--language", "en", "--name", "Radio Archive"));
    words.addAll(List.of("--reward", "0.18", "--currency", "EUR"));
    words.addAll(List.of(more));
    return hark(home).run(words.toArray(String[]::new));
  }

  private static JsonNode json(HarkRun.Outcome outcome) throws IOException {
    assertEquals(0, outcome.code(), outcome.err());
    return Json.MAPPER.readTree(outcome.out());
  }

  private JsonNode posted(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(more));
    words.add("--json");
    return json(audio(words.toArray(String[]::new))).at("/jobs/0/job");
  }

  private JsonNode job(String id) throws IOException {
    for (JsonNode one : json(hark(home).run("request", "jobs", "--json")).at("/jobs")) {
      if (one.findValue("id").asText().equals(id)) {
        return one;
      }
    }
    throw new IllegalStateException("no job " + id);
  }

  /** A worker answers all that there is for them. */
  private int work(int worker, String group, String words) {
    Connection theirs =
        Connection.to(hark(home.resolve("worker" + worker)).folders(), hub.address());
    int answers = 0;
    try (Marketplace market = theirs.worker()) {
      while (true) {
        Assignment held = market.accept(group, group + answers);
        market.submit(held.id(), new Answer.Text(words), "give" + answers);
        answers++;
      }
    } catch (Fault.Refused e) {
      assertEquals(Refusal.NO_TASK_LEFT, e.refusal());
    }
    return answers;
  }

  @Test
  @Requirement({"TRN-30", "TRN-83"})
  void aTargetStopsAskingOnceTheWordsAreProbableEnough() throws IOException {
    Wav.write(file, talk(1));
    String[] wanted = {"--workers", "4", "--target", "0.6"};
    JsonNode agreed = posted(wanted);
    assertEquals(0.6, agreed.at("/target").asDouble());
    assertEquals(2, agreed.at("/least").asInt());
    work(0, agreed.at("/groupId").asText(), "the old keeper rowed out at dawn");
    work(1, agreed.at("/groupId").asText(), "the old keeper rowed out at dawn");
    assertEquals(2, job(agreed.at("/id").asText()).findValue("wanted").asInt());
    Wav.write(file, talk(2));
    JsonNode torn = posted("--workers", "4", "--target", "0.99");
    String group = torn.at("/groupId").asText();
    work(0, group, "the old keeper rowed out at dawn");
    work(1, group, "an odd creeper road about a lawn");
    assertTrue(job(torn.at("/id").asText()).findValue("wanted").asInt() > 4, "asks for more");
  }

  @Test
  @Requirement({"AUD-100", "TRN-83"})
  void piecesThatComeTwiceTellHowFarAWorkerAgreesWithThemselves() throws IOException {
    Wav.write(file, talk(40));
    JsonNode dry = json(audio("--workers", "1", "--repeats", "0.2", "--dry-run", "--json"));
    assertTrue(dry.at("/repeatedAtMost").asInt() >= 10, dry.toString());
    JsonNode posted = posted("--workers", "1", "--repeats", "0.2");
    int pieces = posted.at("/pieces").asInt();
    int answers = work(0, posted.at("/groupId").asText(), "the old keeper rowed out at dawn");
    assertTrue(answers > pieces && answers <= pieces + dry.at("/repeatedAtMost").asInt());
    HarkRun.Outcome told = hark(home).run("request", "workers", posted.at("/id").asText());
    assertTrue(told.out().contains("100 percent"), told.out());
    JsonNode worker =
        json(hark(home).run("request", "workers", posted.at("/id").asText(), "--json"))
            .at("/workers/0");
    assertEquals(answers - pieces, worker.at("/repeated").asInt());
    assertEquals(1.0, worker.at("/selfAgreement").asDouble());
  }

  @Test
  @Requirement("TRN-84")
  void aLifetimeIsToldBeforeAndEndsTheGroup() throws IOException {
    Wav.write(file, talk(1));
    HarkRun.Outcome dry = audio("--lifetime", "2.5", "--dry-run");
    assertTrue(dry.out().contains("Pieces can be taken until "), dry.out());
    Instant begun = Instant.now();
    JsonNode posted = posted("--lifetime", "2.5", "--workers", "1");
    JsonNode group = json(hark(home).run("request", "groups", "--json")).at("/groups/0");
    assertEquals(posted.at("/groupId").asText(), group.at("/groupId").asText());
    Instant ends = Instant.parse(group.at("/expires").asText());
    assertEquals(60.0, (double) Duration.between(begun, ends).toHours(), 1);
    assertEquals(false, json(audio("--workers", "1", "--json")).at("/jobs/0/before").asBoolean());
  }

  @ParameterizedTest
  @CsvSource({
    "--lifetime, 0", "--lifetime, -3", "--lifetime, 400", "--lifetime, NaN", "--lifetime, week",
    "--repeats, 0.3", "--repeats, NaN", "--target, 0.2", "--target, high", "--title, ''",
  })
  @Requirement("TRN-84")
  void aBadValueIsRefusedInASentenceInBothLanguages(String option, String value)
      throws IOException {
    Wav.write(file, talk(1));
    HarkRun.Outcome english = audio(option, value);
    HarkRun.Outcome dutch = audio(option, value, "--lang", "nl");
    assertEquals(2, english.code(), english.err());
    assertTrue(english.err().contains(option), english.err());
    assertEquals(2, dutch.code());
    assertTrue(dutch.err().contains(option), dutch.err());
    assertFalse(english.err().equals(dutch.err()), dutch.err());
  }
}
