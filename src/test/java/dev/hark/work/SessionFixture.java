package dev.hark.work;

import dev.hark.SettableClock;
import dev.hark.audio.Clip;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.filter.ListFiles;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.Choice;
import dev.hark.market.Offer;
import dev.hark.market.OfferWords;
import dev.hark.task.Medium;
import dev.hark.task.Question;
import dev.hark.wording.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A session over a market in memory and a journal on disk. */
@SuppressWarnings("NullAway.Init")
abstract class SessionFixture {
  private static final Facts.Me ME = Facts.Me.ANYBODY;
  static final Question SPEECH =
      new Question.Transcription(
          "Write what you hear.",
          List.of(new Medium("m1", "audio/wav", Optional.of(Duration.ofSeconds(8)), "")));
  static final Question CHOICE =
      new Question.Choice(
          "Is it the same sentence?",
          List.of(),
          List.of(new Question.Option("yes", "Same"), new Question.Option("no", "Different")));
  static final Question FORM =
      new Question.Form(
          "About your week.",
          List.of(),
          List.of(CHOICE, new Question.OpenText("What did you read?", List.of())));

  @TempDir Path folder;
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:36:00Z"));
  final FakeMarket market = new FakeMarket(clock);
  final FakePlayer player = new FakePlayer();
  final Listener heard = new Listener();
  final List<AutoCloseable> open = new ArrayList<>();
  SqliteJournal journal;
  Session session;

  @BeforeEach
  void begin() {
    market.add("g1", "Radio Archive", SPEECH);
    market.add("g2", "Fair Words", CHOICE);
    market.add("g3", "Radio Archive", FORM);
    session = newSession();
  }

  final Session newSession() {
    return newSession(Optional.empty());
  }

  final Session newSession(ByEar byEar) {
    return newSession(Optional.empty(), byEar);
  }

  final Session newSession(Optional<ListFiles> lists) {
    return newSession(lists, ByEar.USUAL);
  }

  private Session newSession(Optional<ListFiles> lists, ByEar byEar) {
    journal = (SqliteJournal) SqliteJournal.open(folder.resolve("journal.db"), "fake").journal();
    JournalOutbox outbox = new JournalOutbox(journal, market, (entry, result) -> {});
    Desk desk =
        new Desk(
            market,
            journal,
            outbox,
            player,
            (file, type) -> decode(file),
            Choice.of(ME),
            clock,
            lists,
            watches(),
            byEar);
    Session fresh = new Session(desk, heard);
    open.add(journal);
    open.add(outbox);
    open.add(fresh);
    return fresh;
  }

  /** Without watching, unless a test has it. */
  Optional<Desk.Watches> watches() {
    return Optional.empty();
  }

  /** What presents the offer of this group. */
  final String offer(String groupId) {
    Offer offer = Objects.requireNonNull(market.offers.get(groupId));
    return Wording.of(Locale.ENGLISH).say(OfferWords.sentence(offer, ME));
  }

  private static Clip decode(Path file) {
    if (file.toString().startsWith("broken")) {
      throw new Fault.BadFile(Sentence.of("session.no-sound"), null);
    }
    return new Clip(new short[128_000], 16_000);
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  final void start() {
    session.start();
    heard.take();
  }

  final void act(Action... actions) {
    for (Action action : actions) {
      session.act(action);
    }
  }

  final void type(String text) {
    act(Action.TYPE);
    for (int i = 1; i <= text.length(); i++) {
      session.typed(text.substring(0, i));
    }
    session.typingDone();
  }
}
