package dev.hark.cli.session;

import dev.hark.audio.Player;
import dev.hark.audio.decode.SeekableSound;
import dev.hark.cli.hub.Connection;
import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.filter.ListFiles;
import dev.hark.journal.Journal;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.Outbox;
import dev.hark.journal.OutboxEntry;
import dev.hark.journal.SqliteJournal;
import dev.hark.journal.UserFolders;
import dev.hark.market.Choice;
import dev.hark.market.Marketplace;
import dev.hark.market.OwnWork;
import dev.hark.speech.Priority;
import dev.hark.watch.Hours;
import dev.hark.watch.Newsfeed;
import dev.hark.watch.Told;
import dev.hark.watch.Watch;
import dev.hark.watch.WatchPlan;
import dev.hark.watch.WatchPlan.Followed;
import dev.hark.work.ByEar;
import dev.hark.work.Desk;
import dev.hark.work.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A session with all that it works with. Closing it closes all but the connection. */
public final class Workplace implements AutoCloseable {
  private final Teller teller;
  private final Marketplace market;
  private final Journal journal;
  private final JournalOutbox outbox;
  private final Session session;

  public Workplace(
      Connection connection,
      UserFolders folders,
      Player player,
      Choice choice,
      Teller teller,
      WatchTerms terms,
      ByEar byEar) {
    this.teller = teller;
    SqliteJournal.Opened opened =
        SqliteJournal.open(folders.made().data().resolve("journal.db"), connection.market());
    opened.notice().ifPresent(notice -> teller.say(notice, Priority.ALERT));
    this.journal = opened.journal();
    AtomicReference<Consumer<Sentence>> waits =
        new AtomicReference<>(notice -> teller.say(notice, Priority.WAIT));
    connection.tell(notice -> Objects.requireNonNull(waits.get()).accept(notice));
    this.market = connection.worker();
    this.outbox = new JournalOutbox(journal, market, this::settled);
    Desk desk =
        new Desk(
            market,
            journal,
            outbox,
            player,
            SeekableSound::open,
            choice.knowing(new OwnWork(market::worked, Clock.systemUTC())),
            Clock.system(ZoneId.systemDefault()),
            Optional.of(ListFiles.in(folders.config())),
            Optional.of((fits, listener) -> watch(connection, terms, fits, listener)),
            byEar);
    this.session = new Session(desk, teller);
    waits.set(session::waits);
  }

  /**
   * When a watch in the background tells.
   *
   * @param rest how long the same group is not told again
   * @param quiet when nothing is told
   */
  public record WatchTerms(Duration rest, Optional<Hours> quiet) {
    /** Where nothing is set. */
    public static final WatchTerms USUAL = new WatchTerms(WatchPlan.REST, Optional.empty());
  }

  private Watch watch(
      Connection connection,
      WatchTerms terms,
      Supplier<Choice> choice,
      BiConsumer<Told, Watch> listener) {
    return new Watch(
        market,
        () -> Newsfeed.of(notices -> connection.events(false, Optional.empty(), notices)),
        new WatchPlan(List.of(new Followed(Optional.empty(), choice)), terms.rest(), terms.quiet()),
        journal.watching(),
        Optional.empty(),
        listener,
        Clock.systemUTC());
  }

  public Session session() {
    return session;
  }

  private void settled(OutboxEntry entry, Outbox.Result result) {
    switch (result) {
      case Outbox.Result.Sent _ ->
          teller.say(
              Sentence.of("session.late-sent", new Theirs(entry.title())), Priority.BACKGROUND);
      case Outbox.Result.Refused refused ->
          teller.say(
              Sentence.of(
                  "session.late-refused", new Theirs(entry.title()), refused.fault().sentence()),
              Priority.ALERT);
      case Outbox.Result.Kept _ -> {}
    }
  }

  @Override
  public void close() {
    session.close();
    outbox.close();
    journal.close();
    market.close();
  }
}
