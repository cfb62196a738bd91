package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.ClipPlayer;
import dev.hark.audio.Floor;
import dev.hark.audio.decode.SeekableSound;
import dev.hark.audio.none.NoneOutput;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.journal.Journal;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.Choice;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.wire.JobProgressJson;
import dev.hark.wire.RepeatedJson;
import dev.hark.wire.TranscriptJson;
import dev.hark.work.Action;
import dev.hark.work.Desk;
import dev.hark.work.Heard;
import dev.hark.work.Microphone;
import dev.hark.work.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * What is said in sessions goes to the hub with how sure it was, and decides what it makes of it.
 */
@OnEachDatabase
class RespokenMergeTest {
  private static final int PIECES = 20;

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller requester;
  private int sessions;

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

  /** A microphone that has understood each time the same. */
  private record Understood(Hypothesis words) implements Microphone {
    /** Words with how sure it is of each, such as {@code road 0.3}; 0.9 where it is not told. */
    static Understood of(String text) {
      List<Hypothesis.Word> words = new ArrayList<>();
      for (String part : text.split(" ", -1)) {
        if (part.startsWith("0.")) {
          words.set(
              words.size() - 1,
              new Hypothesis.Word(words.getLast().text(), Double.parseDouble(part)));
        } else {
          words.add(new Hypothesis.Word(part, 0.9));
        }
      }
      return new Understood(new Hypothesis(words));
    }

    @Override
    public void command() {}

    @Override
    public void dictate(Optional<Locale> language, Consumer<Taken> taken) {
      taken.accept(new Taken.Said(words));
    }

    @Override
    public boolean dictating() {
      return false;
    }

    @Override
    public void drop() {}

    @Override
    public void check(Consumer<Sentence> told) {}

    @Override
    public void finish() {}
  }

  /**
   * A worker says the same to each task that they find, and hands it in.
   *
   * @return how many those are
   */
  private int say(Caller worker, String text) {
    List<Heard> heard = new ArrayList<>();
    int said = 0;
    Path file = data.resolve("journal" + ++sessions + ".db");
    try (HubMarketplace market = new HubMarketplace(hub.hub.uri().toString(), worker.token());
        Journal journal = SqliteJournal.open(file, "hub").journal();
        JournalOutbox outbox = new JournalOutbox(journal, market, (_, _) -> {});
        ClipPlayer player = new ClipPlayer(new NoneOutput(), new Floor());
        Session session =
            new Session(
                new Desk(
                    market,
                    journal,
                    outbox,
                    player,
                    SeekableSound::open,
                    Choice.of(Facts.Me.ANYBODY),
                    hub.clock),
                heard::add)) {
      session.hearBy(Understood.of(text));
      session.start();
      session.act(Action.ACCEPT);
      while (!market.held().isEmpty()) {
        session.act(Action.RESPEAK);
        hub.clock.forward(Duration.ofSeconds(20));
        session.act(Action.SUBMIT);
        session.confirm(true);
        said++;
        session.act(Action.ACCEPT);
      }
    }
    assertEquals(
        said,
        heard.stream().filter(one -> one.sentence().key().startsWith("session.sent")).count(),
        heard.toString());
    return said;
  }

  private String text(WrittenDown job) {
    requester.get("/jobs/" + job.id() + "/progress");
    return requester.get("/jobs/" + job.id() + "/transcript").as(TranscriptJson.class).text();
  }

  @Test
  @Requirement("TRN-64")
  void theMergedTextGoesByWhatTheRecognisersWereSureOf() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 2, 2, null);
    say(job.worker(0), "the keeper road 0.3 out");
    say(job.worker(1), "the keeper rowed out");
    assertEquals("the keeper rowed out", text(job));
  }

  @Test
  @Requirement("TRN-64")
  void theOtherWayRoundItIsTheOtherWord() {
    WrittenDown job = WrittenDown.post(hub, requester, 1, 2, 2, null);
    say(job.worker(0), "the keeper road out");
    say(job.worker(1), "the keeper rowed 0.3 out");
    assertEquals("the keeper road out", text(job));
  }

  @Test
  @Requirement("TRN-65")
  void whatIsSaidTwiceOfOnePieceCountsOnceAndAgreesByItsWords() {
    WrittenDown job =
        WrittenDown.post(
            hub, requester, Recording.repeating(Recording.job(requester, PIECES, 2, 2, null), 0.2));
    int one = say(job.worker(0), "the keeper rowed out");
    int other = say(job.worker(1), "the keeper road 0.3 out");
    assertTrue(one + other > 2 * PIECES, one + " " + other);
    assertFalse(text(job).contains("road"), text(job));
    JobProgressJson progress =
        requester.get("/jobs/" + job.id() + "/progress").as(JobProgressJson.class);
    assertEquals(2 * PIECES, progress.answersIn());
    assertEquals(
        new RepeatedJson(one - PIECES, one == PIECES ? null : 1.0),
        job.worker(0).get("/repeated").as(RepeatedJson.class));
    assertEquals(
        new RepeatedJson(other - PIECES, other == PIECES ? null : 1.0),
        job.worker(1).get("/repeated").as(RepeatedJson.class));
  }
}
