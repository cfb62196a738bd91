package dev.hark.cli.bench.voice;

import dev.hark.audio.ClipPlayer;
import dev.hark.audio.Floor;
import dev.hark.audio.decode.SeekableSound;
import dev.hark.audio.none.NoneOutput;
import dev.hark.cli.hub.MeasuredHub;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.journal.Journal;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.Choice;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.market.hub.Submission;
import dev.hark.speech.Priority;
import dev.hark.speech.listen.Recognizers;
import dev.hark.task.Answer;
import dev.hark.transcript.WordErrors;
import dev.hark.transcript.Words;
import dev.hark.voice.Ear;
import dev.hark.voice.Host;
import dev.hark.voice.Phrasebook;
import dev.hark.voice.Voices;
import dev.hark.wire.MediumJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wording.Wording;
import dev.hark.work.Action;
import dev.hark.work.Desk;
import dev.hark.work.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Recordings that a worker says again in a session: each is a task on a hub, accepted, played, said
 * to the microphone, written by the recogniser, read back and handed in. What counts is what the
 * hub has in the end.
 */
public final class Respoken implements AutoCloseable {
  private static final int BUDGET = 100;
  private static final long REWARD = 18;
  private static final long SECONDS = 600;

  private final List<Recorded> recordings;
  private final Recognizers recognizers;
  private final Path folder;
  private final MeasuredHub hub;
  private int sessions;

  /**
   * @param folder of the hub and of the workers
   */
  public Respoken(List<Recorded> recordings, Recognizers recognizers, Path folder) {
    this.recordings = recordings;
    this.recognizers = recognizers;
    this.folder = folder;
    this.hub =
        MeasuredHub.start(
            folder, "jdbc:sqlite:" + folder.resolve("respoken.db"), (source, _) -> source);
  }

  /**
   * Errors in what the hub has of all recordings.
   *
   * @param voice says a recording again
   */
  public WordErrors errors(Function<Recorded, Speech> voice) {
    String address = hub.uri().toString();
    HubAccounts.Account requester;
    HubAccounts.Account worker;
    try (HubAccounts accounts = new HubAccounts(address)) {
      requester = accounts.registerRequester("Radio Archive");
      worker = accounts.registerWorker("Ann");
    }
    hub.fund(requester.id(), BUDGET);
    try (RequesterDesk desk = new RequesterDesk(address, requester.token());
        HubMarketplace market = new HubMarketplace(address, worker.token())) {
      for (int i = 0; i < recordings.size(); i++) {
        post(desk, i);
      }
      work(market, voice);
      WordErrors all = WordErrors.NONE;
      for (Submission one : desk.submitted()) {
        List<String> said = Words.of(recordings.get(Integer.parseInt(one.title())).words());
        all = all.plus(WordErrors.of(said, Words.of(((Answer.Text) one.answer()).text())));
        desk.approve(one.assignmentId());
      }
      return all;
    }
  }

  /** A group of one task, whose title tells which recording it is. */
  private void post(RequesterDesk desk, int number) {
    Recorded recorded = recordings.get(number);
    MediumJson sound = desk.upload(recorded.file(), recorded.type(), Optional.empty());
    QuestionJson question =
        new QuestionJson("transcription", "Write what you hear.", List.of(sound), null, null);
    var _ =
        desk.publish(
            new NewTaskGroupJson(
                Integer.toString(number),
                "TRANSCRIBE",
                "en",
                new MoneyJson(REWARD, "EUR"),
                SECONDS,
                List.of("HEARING"),
                List.of(),
                null,
                null,
                List.of(new NewTaskGroupJson.NewTaskJson(question, null))),
            UUID.randomUUID().toString());
  }

  private void work(HubMarketplace market, Function<Recorded, Speech> voice) {
    Path journalFile = folder.resolve("journal" + ++sessions + ".db");
    MouthPiece microphone = new MouthPiece();
    try (Journal journal = SqliteJournal.open(journalFile, hub.uri().toString()).journal();
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
                    Clock.systemUTC()),
                _ -> {});
        Voices voices = new Voices(recognizers, Phrasebook.of(Wording.of(Locale.ENGLISH)));
        Ear ear = new Ear(microphone, voices, session, new Silent(), false, true)) {
      session.hearBy(ear);
      session.start();
      ear.start();
      for (int i = 0; i < recordings.size(); i++) {
        session.act(Action.ACCEPT);
        int number = Integer.parseInt(market.held().getFirst().group().title());
        microphone.say(voice.apply(recordings.get(number)));
        session.act(Action.PLAY);
        session.act(Action.RESPEAK);
        ear.await();
        session.act(Action.READ);
        session.act(Action.SUBMIT);
        session.confirm(true);
      }
    }
  }

  @Override
  public void close() {
    hub.close();
  }

  /** Nobody listens to what Hark says. */
  private record Silent() implements Host {
    @Override
    public void say(Sentence sentence, Priority priority) {}

    @Override
    public void answered() {}

    @Override
    public void giveWay() {}

    @Override
    public void silence() {}

    @Override
    public boolean audible() {
      return false;
    }
  }
}
