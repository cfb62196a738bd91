package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobProgressJson;
import dev.hark.wire.NewJobJson;
import dev.hark.wire.SubmissionJson;
import dev.hark.wire.TranscriptJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as they should not be, and in every script, through a hub. */
@Requirement("AUD-109")
class StrangeAnswersTest {
  private static final String HONEST = "the old keeper of the light rowed out at dawn";

  @TempDir Path data;
  private TestHub hub;
  private Caller requester;

  @BeforeEach
  void start() {
    hub = new TestHub(data);
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

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "signs alone            | ... ?! ,           | waits",
        "another piece          | nobody came back before the evening tide had turned | waits",
        "spam                   | buy cheap watches here today buy cheap watches here | waits",
        "one word again         | good good good good good good good good             | waits",
        "another language       | de oude wachter van het licht roeide uit            | waits",
        "another script         | पुराना रखवाला सुबह नाव लेकर निकला                          |"
            + " waits",
        "emoji alone            | 😀😀😀 🚣                                             | waits",
        "emoji among the words  | the old keeper 🚣 of the light rowed out at dawn 😀    | paid",
        "a mark                 | [unclear]                                            | paid",
        "a mark and words       | the old keeper [unclear] rowed out at dawn           | paid",
        "control characters     | the old keeper \u202e of the light rowed out at dawn | paid",
      })
  void oneAmongThreeHonestOnesHarmsNothing(String kind, String answer, String outcome) {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 4, 4, null);
    job.answer(HONEST, HONEST, answer, HONEST);
    assertEquals(HONEST, text(job).text(), kind);
    List<SubmissionJson> waiting =
        requester.items("/submissions?state=submitted", SubmissionJson.class);
    assertEquals(outcome.equals("waits") ? 1 : 0, waiting.size(), kind);
    JobProgressJson progress =
        requester.get("/jobs/" + job.id() + "/progress").as(JobProgressJson.class);
    assertEquals(1, progress.done());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "hi | बूढ़ा रखवाला सुबह नाव लेकर निकला | बूढ़ा रखवाला शाम नाव लेकर निकला",
        "hi | budha rakhwala subah naav lekar nikla | budha rakhwala sham naav lekar nikla",
        "ar | خرج الحارس العجوز عند الفجر | خرج الحارس العجوز عند المساء",
        "he | השומר הזקן יצא עם שחר | השומר הזקן יצא עם ערב",
        "nl | de oude wachter roeide ’s ochtends uit | de oude wachter roeide ’s avonds uit",
      })
  void everyScriptIsMergedAndLeavesAsItIsWritten(String language, String said, String other) {
    NewJobJson wanted = in(Recording.job(requester, 1, 3, 3, null), language);
    WrittenDown job = WrittenDown.post(hub, requester, wanted);
    job.answer(said, other, said);
    assertEquals(said, text(job).text());
  }

  @Test
  void hindiInTwoScriptsIsNoCrashAndTheScriptOfMostStands() {
    NewJobJson wanted = in(Recording.job(requester, 1, 3, 3, null), "hi");
    WrittenDown job = WrittenDown.post(hub, requester, wanted);
    String said = "बूढ़ा रखवाला सुबह नाव लेकर निकला";
    job.answer(said, "budha rakhwala subah naav lekar nikla", said);
    assertEquals(said, text(job).text());
  }

  @Test
  void aPieceOfAnHourAndAnswersOfTenThousandWordsAreBounded() {
    List<String> media = Recording.media(requester, 1);
    NewJobJson hour = Recording.lasting(Recording.of(media, 3, 3, null), 3_600_000L);
    WrittenDown job = WrittenDown.post(hub, requester, hour);
    StringBuilder long1 = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      long1.append(i % 7 == 0 ? "keeper " : "rowed ");
    }
    String words = long1.toString().strip();
    job.answer(words, words, words);
    TranscriptJson text = text(job);
    assertEquals(5_000, text.words().size(), "as far as half an hour of speech");
    assertTrue(text.words().getLast().end() <= 3_600);
    String refused =
        requester
            .post("/jobs", "day", Recording.lasting(Recording.of(media, 1, 1, null), 90_000_000L))
            .refusal();
    assertEquals("invalid", refused);
  }

  @Test
  void aHundredAnswersToOnePieceAreMergedAndNoMoreAreTaken() {
    JobJson job =
        requester
            .post("/jobs", "many", Recording.job(requester, 1, 100, 100, null))
            .as(JobJson.class);
    List<String> workers = new ArrayList<>(hub.hub.services().accounts().registerPastWorkers(100));
    for (int i = 0; i < 100; i++) {
      var held = hub.hub.services().leases().accept(workers.get(i), job.groupId(), "take");
      String said = i % 4 == 0 ? HONEST.replace("light", "night") : HONEST;
      hub.hub
          .services()
          .answers()
          .submit(workers.get(i), held.id(), new dev.hark.task.Answer.Text(said), "give");
    }
    JobProgressJson progress =
        requester.get("/jobs/" + job.id() + "/progress").as(JobProgressJson.class);
    assertEquals(100, progress.answersIn());
    assertEquals(1, progress.done());
    assertEquals(
        HONEST, requester.get("/jobs/" + job.id() + "/transcript").as(TranscriptJson.class).text());
    assertEquals(
        "invalid",
        requester.post("/jobs", "more", Recording.job(requester, 1, 1, 1_000, null)).refusal());
    assertFalse(progress.expectedErrors() < 0);
  }

  private static NewJobJson in(NewJobJson job, String language) {
    return Recording.in(job, language);
  }
}
