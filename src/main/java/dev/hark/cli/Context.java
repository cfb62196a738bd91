package dev.hark.cli;

import dev.hark.cli.hub.Connection;
import dev.hark.cli.hub.RatingSources;
import dev.hark.cli.output.Output;
import dev.hark.journal.Journal;
import dev.hark.journal.SqliteJournal;
import dev.hark.journal.SqliteLibrary;
import dev.hark.journal.UserFolders;
import dev.hark.market.FirstMoments;
import dev.hark.market.Marketplace;
import dev.hark.market.Ratings;
import dev.hark.wording.Wording;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command runs in. Closing it closes what the command asked for, the last first. */
public final class Context implements AutoCloseable {
  private final Environment environment;
  private final UserFolders folders;
  private final Settings settings;
  private final Wording wording;
  private final Output output;
  private final Optional<String> hubOption;
  private @Nullable Connection connection;
  private @Nullable Marketplace market;
  private @Nullable Journal journal;
  private final Deque<Runnable> closing = new ArrayDeque<>();

  Context(
      Environment environment,
      UserFolders folders,
      Settings settings,
      Wording wording,
      Output output,
      Optional<String> hubOption) {
    this.environment = environment;
    this.folders = folders;
    this.settings = settings;
    this.wording = wording;
    this.output = output;
    this.hubOption = hubOption;
  }

  public Environment environment() {
    return environment;
  }

  public UserFolders folders() {
    return folders;
  }

  public Settings settings() {
    return settings;
  }

  public Wording wording() {
    return wording;
  }

  public Output output() {
    return output;
  }

  /** The hub that was asked for: by the option, HARK_HUB or the setting; empty for the own one. */
  public Optional<String> hub() {
    return hubOption.or(() -> environment.variable("HARK_HUB")).or(() -> settings.get(Setting.HUB));
  }

  /** The way to the hub, for a short command: a hub of this computer that runs already will do. */
  public Connection connection() {
    if (connection == null) {
      Connection made =
          hub()
              .map(address -> Connection.to(folders, address))
              .orElseGet(() -> Connection.embedded(folders, true, output::progress));
      made.tell(output::progress);
      made.rateBy(this::ratings);
      onClose(made::close);
      connection = made;
    }
    return connection;
  }

  /** Ratings from where the settings say that they come from; for the caller to close. */
  public Ratings ratings() {
    Optional<String> kind = settings.get(Setting.REVIEWS_KIND);
    return settings
        .get(Setting.REVIEWS)
        .<Ratings>map(address -> RatingSources.open(folders, address, kind))
        .orElseGet(FirstMoments::new);
  }

  /** The market of {@link #connection()}, as this user's worker. */
  public Marketplace market() {
    if (market == null) {
      Marketplace made = connection().worker();
      onClose(made::close);
      market = made;
    }
    return market;
  }

  /** This user's journal for the market of {@link #connection()}. */
  public Journal journal() {
    if (journal == null) {
      SqliteLibrary.keepIn(folders.cache());
      SqliteJournal.Opened opened =
          SqliteJournal.open(folders.made().data().resolve("journal.db"), connection().market());
      opened.notice().ifPresent(output::progress);
      onClose(opened.journal()::close);
      journal = opened.journal();
    }
    return journal;
  }

  /** Has something closed when the command has ended. */
  public void onClose(Runnable close) {
    closing.push(close);
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }
}
