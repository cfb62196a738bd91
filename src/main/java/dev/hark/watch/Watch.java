package dev.hark.watch;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.journal.WatchMemory;
import dev.hark.market.Marketplace;
import dev.hark.market.OfferList;
import dev.hark.market.hub.News;
import dev.hark.market.hub.Retry;
import dev.hark.watch.WatchPlan.Match;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches a market until it is stopped, and tells what fits.
 *
 * <p>All that the market has is read at first, after every break, and now and then; in between, a
 * group is looked at when the market says that something happened to it. Where the market says
 * nothing, it is read again and again, the less often the less there is. One thread runs it, which
 * the listener is called on; {@link #stop} and {@link #nudge} may come from any.
 */
public final class Watch {
  private static final Logger LOG = System.getLogger(Watch.class.getName());

  /** Ratings change without a word, and so does what others give back. */
  private static final Duration READ_AGAIN = Duration.ofMinutes(5);

  /** What happens to a group that is worth telling, though the group was told before. */
  private static final String GROWTH = "group.extended";

  private static final Duration SHORTEST_POLL = Duration.ofSeconds(30);
  private static final Duration LONGEST_POLL = Duration.ofMinutes(2);

  /** More news than this at once are cheaper to read in one list. */
  private static final int MOST_LOOKS = 20;

  /** How soon a change of the clock is noticed. */
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final Marketplace market;
  private final Supplier<Newsfeed> feeds;
  private final WatchPlan plan;
  private final Telling telling;
  private final Optional<Catcher> catcher;
  private final Consumer<Told> listener;
  private final Clock clock;
  private final LinkedBlockingQueue<Signal> inbox = new LinkedBlockingQueue<>();
  private final Trouble trouble = new Trouble();
  private final Set<String> changed = new LinkedHashSet<>();

  /** Those of them that are worth telling again. */
  private final Set<String> grown = new LinkedHashSet<>();

  private Map<String, Match> fit = Map.of();
  private Instant readDue = Instant.MIN;
  private Duration poll = SHORTEST_POLL;
  private long rated;
  private Optional<Instant> ratingsAway = Optional.empty();
  private boolean following;
  private boolean begun;
  private boolean wasQuiet;
  private volatile boolean stopped;

  /**
   * @param market stays open
   * @param feeds makes what happens there heard; closed by the watch
   * @param memory what was told before
   * @param catcher accepts what fits; empty to tell only
   * @param listener hears what is told, and may stop the watch
   * @param clock tells the time
   */
  public Watch(
      Marketplace market,
      Supplier<Newsfeed> feeds,
      WatchPlan plan,
      WatchMemory memory,
      Optional<Catcher> catcher,
      BiConsumer<Told, Watch> listener,
      Clock clock) {
    this.market = market;
    this.feeds = feeds;
    this.plan = plan;
    this.listener = told -> listener.accept(told, this);
    this.telling = new Telling(plan, memory, this.listener);
    this.catcher = catcher;
    catcher.ifPresent(hand -> hand.tell(this.listener));
    this.clock = clock;
  }

  private sealed interface Signal {
    record Happened(News news) implements Signal {}

    record Begun() implements Signal {}

    record Broken() implements Signal {}

    record NoFeed(Fault.@Nullable Refused why) implements Signal {}

    record Nudge() implements Signal {}
  }

  /**
   * Watches until {@link #stop}.
   *
   * @throws Fault.Refused where the market lets this worker not in
   * @throws Fault.Storage where what was told cannot be remembered
   */
  public void run() {
    telling.begin(clock.instant());
    try (Newsfeed feed = feeds.get()) {
      Thread.ofVirtual().name("watch-feed").start(() -> follow(feed));
      while (!stopped) {
        hear();
        if (!stopped) {
          step(clock.instant());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends {@link #run} soon. */
  public void stop() {
    stopped = true;
    nudge();
  }

  /** The clock may have changed: looks at it now. */
  public void nudge() {
    inbox.add(new Signal.Nudge());
  }

  private void follow(Newsfeed feed) {
    try {
      feed.follow(
          new Newsfeed.Ear() {
            @Override
            public void begun() {
              inbox.add(new Signal.Begun());
            }

            @Override
            public void news(News news) {
              inbox.add(new Signal.Happened(news));
            }

            @Override
            public void broken() {
              inbox.add(new Signal.Broken());
            }
          });
    } catch (Fault.Refused refused) {
      inbox.add(new Signal.NoFeed(refused));
    } catch (RuntimeException defect) {
      LOG.log(Level.WARNING, "events are not followed", defect);
      inbox.add(new Signal.NoFeed(null));
    }
  }

  private void hear() throws InterruptedException {
    List<Signal> heard = new ArrayList<>();
    Signal first = inbox.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      heard.add(first);
      inbox.drainTo(heard);
    }
    heard.forEach(this::take);
  }

  private void take(Signal signal) {
    switch (signal) {
      case Signal.Begun _ -> {
        following = true;
        trouble.answers();
        readDue = Instant.MIN;
      }
      case Signal.Broken _ -> {
        following = false;
        readDue = Instant.MIN;
      }
      case Signal.NoFeed(var why) -> {
        following = false;
        readDue = Instant.MIN;
        LOG.log(Level.INFO, "no events", why);
        if (why == null || !endsAll(why)) {
          say(Told.Kind.NO_EVENTS, Sentence.of("watch.no-events", SHORTEST_POLL, LONGEST_POLL));
        }
      }
      case Signal.Happened(News news) -> {
        news.groupId().ifPresentOrElse(changed::add, () -> readDue = Instant.MIN);
        news.groupId().filter(_ -> news.kind().equals(GROWTH)).ifPresent(grown::add);
        if (news.kind().startsWith("assignment.")) {
          catcher.ifPresent(Catcher::queueChanged);
        }
      }
      case Signal.Nudge _ -> {}
    }
  }

  private void step(Instant now) {
    quiet(now);
    if (!trouble.mayAsk(now)) {
      return;
    }
    hearRatings();
    List<String> rested = telling.rested(now);
    changed.addAll(rested);
    grown.addAll(rested);
    if (!now.isBefore(readDue) || changed.size() > MOST_LOOKS || telling.owesSummary(now)) {
      read(now);
    } else {
      look(now);
    }
    if (begun && !catcher.map(hand -> hand.step(now, wasQuiet, fit)).orElse(true)) {
      readDue = Instant.MIN;
    }
  }

  /** Ratings came, changed or went missing: every verdict is made again. */
  private void hearRatings() {
    long version = market.ratings().version();
    if (version == rated) {
      return;
    }
    rated = version;
    readDue = Instant.MIN;
    Optional<Instant> down = market.ratings().downSince();
    if (down.isPresent() && ratingsAway.isEmpty()) {
      say(Told.Kind.RATINGS_AWAY, Sentence.of("list.ratings-missing", down.get()));
    } else if (down.isEmpty() && ratingsAway.isPresent()) {
      say(Told.Kind.RATINGS_BACK, Sentence.of("list.ratings-back"));
    }
    ratingsAway = down;
  }

  private void quiet(Instant now) {
    boolean quiet = telling.isQuiet(now);
    if (quiet && !wasQuiet) {
      Instant end = plan.quiet().orElseThrow().end(now);
      say(Told.Kind.QUIET, Sentence.of("watch.quiet", end));
    }
    wasQuiet = quiet;
  }

  /** The whole list. */
  private void read(Instant now) {
    Optional<Map<String, Match>> all = ask(this::list, now);
    if (all.isEmpty()) {
      return;
    }
    trouble
        .over()
        .ifPresent(since -> say(Told.Kind.HUB_BACK, Sentence.of("watch.hub-back", since)));
    catcher.ifPresent(Catcher::marketAnswers);
    Map<String, Match> before = fit;
    fit = all.get();
    if (telling.owesSummary(now)) {
      telling.summary(fit, now);
    }
    List<Match> fresh =
        fit.values().stream().filter(match -> isNews(match.groupId(), before, now)).toList();
    changed.clear();
    grown.clear();
    if (!begun) {
      begun = true;
      catcher.ifPresent(hand -> hand.begin(fit.values(), now));
      say(
          Told.Kind.WATCHING,
          wasQuiet
              ? WatchWords.watching(plan.names())
              : WatchWords.watching(plan.names(), fit.size(), fresh.size()));
    }
    tell(fresh, now);
    plan(now, !fresh.isEmpty());
  }

  private void plan(Instant now, boolean fresh) {
    Duration longer = poll.multipliedBy(2);
    poll = fresh ? SHORTEST_POLL : longer.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : longer;
    readDue = now.plus(following ? READ_AGAIN : poll);
  }

  private Map<String, Match> list() {
    return plan.matches(OfferList.of(market, plan.followed().getFirst().choice().get()));
  }

  /** The groups of which something was said. */
  private void look(Instant now) {
    List<Match> fresh = new ArrayList<>();
    Map<String, Match> before = fit;
    Map<String, Match> after = new LinkedHashMap<>(fit);
    for (String group : List.copyOf(changed)) {
      Optional<Match> match;
      try {
        match = plan.match(market.offer(group));
      } catch (Fault.HubDown down) {
        // Whether the market is away, or only this group makes no sense, the list tells.
        LOG.log(Level.DEBUG, "a group was not looked at", down);
        readDue = Instant.MIN;
        break;
      } catch (Fault.Refused gone) {
        if (endsAll(gone)) {
          throw gone;
        }
        if (gone.refusal() == Refusal.TOO_MANY) {
          away(gone, now);
          break;
        }
        match = Optional.empty();
      }
      changed.remove(group);
      after.remove(group);
      if (match.isPresent()) {
        after.put(group, match.get());
        if (isNews(group, before, now)) {
          fresh.add(match.get());
        }
      }
      grown.remove(group);
    }
    fit = after;
    tell(fresh, now);
  }

  private void tell(List<Match> fresh, Instant now) {
    telling.tell(fresh, now);
    catcher.ifPresent(hand -> hand.found(fresh));
  }

  /**
   * Whether a group that fits is to be told: it did not fit before, or it grew, or its rest is
   * over.
   */
  private boolean isNews(String group, Map<String, Match> before, Instant now) {
    if (before.containsKey(group) && !grown.contains(group)) {
      return false;
    }
    return switch (telling.standing(group, now)) {
      case FRESH -> true;
      case WAITING -> false;
      case RESTING -> {
        if (begun) {
          telling.afterRest(group);
        }
        yield false;
      }
    };
  }

  /** The answer; empty where there is none now. */
  private <T> Optional<T> ask(Supplier<T> call, Instant now) {
    try {
      return Optional.of(call.get());
    } catch (Fault.HubDown down) {
      LOG.log(Level.DEBUG, "the market was not read", down);
      readDue = trouble.failed(now, Duration.ZERO);
      if (trouble.firstAway(now)) {
        say(Told.Kind.HUB_AWAY, WatchWords.away(down, now));
      }
      return Optional.empty();
    } catch (Fault.Refused refused) {
      if (refused.refusal() != Refusal.TOO_MANY) {
        throw refused;
      }
      away(refused, now);
      return Optional.empty();
    }
  }

  private void away(Fault.Refused tooMany, Instant now) {
    readDue = trouble.failed(now, Retry.after(tooMany));
    say(Told.Kind.ASKED_TO_WAIT, Sentence.of("watch.asked-to-wait", readDue));
  }

  static boolean endsAll(Fault.Refused refused) {
    return switch (refused.refusal()) {
      case UNAUTHENTICATED, TOKEN_EXPIRED, ACCOUNT_CLOSED, LACKS_SCOPE -> true;
      default -> false;
    };
  }

  private void say(Told.Kind kind, Sentence sentence) {
    listener.accept(new Told.State(clock.instant(), kind, sentence));
  }
}
