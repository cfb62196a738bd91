package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.CheckRoundJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewCheckRoundJson;
import dev.hark.wire.QuestionJson.OptionJson;
import dev.hark.wire.ReceiptJson;
import dev.hark.wire.TranscriptJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A second round of listening, in which somebody types what nobody had heard. */
@OnEachDatabase
@Requirement("AUD-101")
class CheckRoundTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
  }

  @AfterEach
  void stop() {
    assertEquals(List.of(), hub.hub.services().ledgerCheck().check().faults());
    hub.close();
  }

  private TranscriptJson text(WrittenDown job) {
    return requester.get("/jobs/" + job.id() + "/transcript").as(TranscriptJson.class);
  }

  private CheckRoundJson round(WrittenDown job, int copies) {
    return requester
        .post(
            "/jobs/" + job.id() + "/checks",
            "round" + copies,
            new NewCheckRoundJson(
                "Listen",
                "Is it: {text}?",
                "Yes",
                "No",
                new MoneyJson(5, "EUR"),
                copies,
                null,
                null,
                null,
                null,
                null))
        .as(CheckRoundJson.class);
  }

  private void answer(
      CheckRoundJson round, String key, Function<AssignmentJson, AnswerJson> answers) {
    Caller worker = hub.worker();
    for (int i = 0; i < round.places(); i++) {
      AssignmentJson held = hub.accept(worker, Objects.requireNonNull(round.groupId()), key + i);
      worker
          .post("/assignments/" + held.id() + "/answer", "k" + held.id(), answers.apply(held))
          .as(ReceiptJson.class);
    }
  }

  private static AnswerJson option(AssignmentJson held, String label) {
    String id =
        Objects.requireNonNull(held.question().options()).stream()
            .filter(one -> one.label().equals(label))
            .findFirst()
            .map(OptionJson::id)
            .orElseThrow();
    return new AnswerJson(null, id, null);
  }

  private static AnswerJson typed(String words) {
    return new AnswerJson(words, null, null);
  }

  /** Of which nobody heard the fourth word. */
  private WrittenDown misheard() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer(
        "the old keeper rode out at dawn",
        "the old keeper wrote out at dawn",
        "the old keeper road out at dawn");
    return job;
  }

  @Test
  void whatMostListenersTypeStandsInTheTextWithOrWithoutTheWordsAroundIt() {
    WrittenDown job = misheard();
    CheckRoundJson round = round(job, 3);
    assertEquals(1, round.places());
    answer(round, "a", held -> typed("the old keeper rowed out at dawn"));
    answer(round, "b", held -> option(held, "Yes"));
    answer(round, "c", held -> typed("Rowed."));
    assertEquals(
        List.of("the", "old", "keeper", "rowed", "out", "at", "dawn"),
        text(job).words().stream().map(TranscriptJson.WordJson::word).toList());
  }

  @Test
  void aCorrectionMayHaveMoreWordsOrFewer() {
    WrittenDown job = misheard();
    CheckRoundJson round = round(job, 1);
    answer(round, "a", held -> typed("the old keeper was rowing out at dawn"));
    assertEquals("the old keeper was rowing out at dawn", text(job).text());
  }

  @Test
  void oneWhoTypesAgainstTwoWhoChooseIsOutvoted() {
    WrittenDown job = misheard();
    String before = text(job).text();
    CheckRoundJson round = round(job, 3);
    answer(round, "a", held -> typed("the old keeper rowed out at dawn"));
    answer(round, "b", held -> option(held, "Yes"));
    answer(round, "c", held -> option(held, "Yes"));
    assertEquals(before, text(job).text());
  }

  @Test
  @Requirement("TRN-82")
  void piecesWithoutWordsAreAskedAboutInTheRequestersWords() {
    WrittenDown job = WrittenDown.post(hub, requester, 2, 1, 1, null);
    hub.submit(job.worker(0), job.accept(0, "first"), "[unclear]");
    requester.post("/posted/" + job.job().groupId() + "/expire");
    hub.clock.forward(Duration.ofMinutes(10));
    NewCheckRoundJson dutch =
        new NewCheckRoundJson(
            "Luister",
            "Klopt dit: {text}?",
            "Ja",
            "Nee",
            new MoneyJson(5, "EUR"),
            1,
            null,
            null,
            "[onverstaanbaar]",
            "[geen spraak]",
            "[nog geen antwoord]");
    CheckRoundJson round =
        requester
            .post("/jobs/" + job.job().id() + "/checks", "dutch", dutch)
            .as(CheckRoundJson.class);
    List<String> asked = new ArrayList<>();
    answer(
        round,
        "a",
        held -> {
          asked.add(held.question().prompt());
          return option(held, "[geen spraak]");
        });
    assertEquals(
        List.of("Klopt dit: [nog geen antwoord]?", "Klopt dit: [onverstaanbaar]?"),
        asked.stream().sorted().toList());
    assertEquals("", text(job).text());
  }

  @Test
  void piecesThatNobodyUnderstoodOrAnsweredAreListenedToAsAWhole() {
    WrittenDown job = WrittenDown.post(hub, requester, 3, 1, 1, null);
    hub.submit(job.worker(0), job.accept(0, "first"), "[unclear]");
    requester.post("/posted/" + job.job().groupId() + "/expire");
    hub.clock.forward(Duration.ofMinutes(10));
    assertEquals("[unclear] [no answer yet] [no answer yet]", text(job).text());
    CheckRoundJson round = round(job, 1);
    assertEquals(3, round.places());
    int[] number = {0};
    answer(
        round,
        "a",
        held -> {
          String prompt = held.question().prompt();
          assertEquals(true, held.question().ownWords());
          if (prompt.contains("[unclear]")) {
            assertNotNull(option(held, "Yes"));
            return typed("the old keeper");
          }
          assertTrue(prompt.contains("[no answer yet]"), prompt);
          return number[0]++ == 0 ? typed("rowed out at dawn") : option(held, "[no speech]");
        });
    TranscriptJson after = text(job);
    assertEquals("the old keeper rowed out at dawn", after.text());
    assertEquals(
        List.of("NONE", "NONE", "NO_SPEECH"),
        after.pieces().stream().map(TranscriptJson.PieceJson::note).sorted().toList());
    assertEquals(0, round(job, 2).places(), "asked before");
  }
}
