package dev.hark.watch;

import dev.hark.SettableClock;
import dev.hark.filter.Facts;
import dev.hark.filter.FilterFolders;
import dev.hark.filter.NamedFilter;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.journal.Journal;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.Choice;
import dev.hark.market.OfferOrder;
import dev.hark.market.hub.EventFeed;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.task.Need;
import dev.hark.watch.WatchPlan.Followed;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.QuestionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A real hub with a requester, and a worker who watches it over HTTP by a clock that is moved. */
final class WatchedMarket implements AutoCloseable {
  /** A Wednesday, 10:00 in UTC. */
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T10:00:00Z"));

  private final Path folder;
  private final FilterFolders filters;
  private Hub hub;
  private final String workerToken;
  private final String requesterToken;
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();
  private final String otherToken;
  private final String requesterId;
  private final List<Running> running = new ArrayList<>();

  /** Whoever holds it holds back what is heard of the market. */
  final ReentrantLock news = new ReentrantLock();

  WatchedMarket(Path folder) {
    this.folder = folder;
    this.filters = new FilterFolders(List.of(folder.resolve("filters")));
    this.hub = start(0);
    try (HubAccounts accounts = new HubAccounts(hub.uri().toString())) {
      workerToken = accounts.registerWorker("Ann").token();
      HubAccounts.Account requester = accounts.registerRequester("Radio Archive");
      requesterId = requester.id();
      requesterToken = requester.token();
      otherToken = accounts.registerRequester("Fair Words").token();
    }
  }

  private Hub start(int port) {
    return Hub.start(
        HubConfig.embedded(folder.resolve("hub"), "Test market", true)
            .withClock(clock)
            .withPort(port));
  }

  URI uri() {
    return hub.uri();
  }

  void stopHub() {
    hub.close();
  }

  /** On the same port as before. */
  void startHub() {
    hub = start(hub.uri().getPort());
  }

  /** A filter that keeps what pays at least so many cents. */
  NamedFilter paying(int cents) {
    try {
      Files.createDirectories(folder.resolve("filters"));
      Files.writeString(
          folder.resolve("filters").resolve("from-" + cents + ".yaml"),
          """
          name: from %d cents
          name_nl: vanaf %d cent
          sentence: Keeps what pays enough.
          keep: task.reward >= %.2f
          """
              .formatted(cents, cents, cents / 100.0));
      return filters.filter("from-" + cents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on the worker never wants to see who publishes. */
  void block() {
    blocked.add(requesterId);
  }

  /** Posts a group, and gives its id. */
  String publish(int cents, int tasks) {
    return publish(requesterToken, cents, tasks);
  }

  /** The same, by somebody else. */
  String publishByOther(int cents, int tasks) {
    return publish(otherToken, cents, tasks);
  }

  private String publish(String token, int cents, int tasks) {
    try (RequesterDesk desk = new RequesterDesk(hub.uri().toString(), token)) {
      return desk.publish(
          new NewTaskGroupJson(
              "Speech",
              "TRANSCRIBE",
              "en",
              new MoneyJson(cents, "EUR"),
              360,
              List.of("HEARING"),
              List.of("speech"),
              null,
              null,
              IntStream.range(0, tasks)
                  .mapToObj(
                      i ->
                          new NewTaskGroupJson.NewTaskJson(
                              new QuestionJson(
                                  "transcription",
                                  "Write what you hear " + i,
                                  List.of(),
                                  null,
                                  null),
                              null))
                  .toList()),
          UUID.randomUUID().toString());
    }
  }

  void extend(String groupId) {
    try (RequesterDesk desk = new RequesterDesk(hub.uri().toString(), requesterToken)) {
      var _ = desk.extend(groupId, 1, Optional.empty(), UUID.randomUUID().toString());
    }
  }

  /** The worker, straight to the hub. */
  HubMarketplace worker() {
    return new HubMarketplace(hub.uri().toString(), workerToken);
  }

  Journal journal() {
    return SqliteJournal.open(folder.resolve("journal.db"), "test").journal();
  }

  WatchPlan plan(Optional<Hours> quiet, NamedFilter... filters) {
    Facts.Me me = new Facts.Me(EnumSet.allOf(Need.class), Optional.empty());
    List<Followed> followed = new ArrayList<>();
    for (NamedFilter filter : filters) {
      followed.add(
          new Followed(
              Optional.of(filter),
              () -> new Choice(me, List.of(filter), Set.copyOf(blocked), OfferOrder.HOURLY)));
    }
    return new WatchPlan(followed, WatchPlan.REST, quiet);
  }

  Running watch(WatchPlan plan) {
    return watch(plan, hub.uri().toString(), Locale.ENGLISH);
  }

  Running watch(WatchPlan plan, String address, Locale locale) {
    return watch(plan, Optional.empty(), address, locale);
  }

  Running catching(WatchPlan plan, CatchRules rules, String address) {
    return watch(plan, Optional.of(rules), address, Locale.ENGLISH);
  }

  private Running watch(WatchPlan plan, Optional<CatchRules> rules, String address, Locale locale) {
    Running one = new Running(plan, rules, address, locale);
    running.add(one);
    return one;
  }

  /** Time passes, and whoever watches looks at the clock. */
  void forward(Duration by) {
    clock.forward(by);
    running.forEach(one -> one.watch.nudge());
  }

  /** A watch that runs, as one client's. */
  final class Running implements AutoCloseable {
    final Heard heard;
    final Watch watch;
    private final Journal journal = journal();
    private final HubMarketplace market;
    private final Thread thread;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    private Running(WatchPlan plan, Optional<CatchRules> rules, String address, Locale locale) {
      this.heard = new Heard(locale, clock);
      this.market = new HubMarketplace(address, workerToken);
      Supplier<Newsfeed> feeds =
          () ->
              new SlowFeed(
                  Newsfeed.of(
                      notices -> new EventFeed(address, workerToken, Optional.empty(), notices)),
                  news);
      Optional<Catcher> catcher = rules.map(some -> new Catcher(market, some, journal.watching()));
      this.watch = new Watch(market, feeds, plan, journal.watching(), catcher, heard, clock);
      this.thread = Thread.ofVirtual().start(this::run);
    }

    private void run() {
      try {
        watch.run();
      } catch (RuntimeException e) {
        failure = Optional.of(e);
      }
    }

    /** Waits until so many groups wait for the end of the quiet hours. */
    void awaitKeptBack(int count) {
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (journal.watching().keptBack().size() < count) {
        if (System.nanoTime() - end > 0) {
          throw new AssertionError("kept back: " + journal.watching().keptBack());
        }
        LockSupport.parkNanos(5_000_000);
      }
    }

    Optional<RuntimeException> end() {
      watch.stop();
      try {
        if (!thread.join(Duration.ofSeconds(20))) {
          throw new AssertionError("the watch does not stop");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return failure;
    }

    @Override
    public void close() {
      var _ = end();
      running.remove(this);
      market.close();
      journal.close();
    }
  }

  @Override
  public void close() {
    List.copyOf(running).forEach(Running::close);
    hub.close();
  }
}
