package dev.hark.market.source;

import dev.hark.market.Offer;
import dev.hark.market.Ratings;
import dev.hark.review.Standing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ratings that are asked for at a source, in the background and in batches, as offers come by.
 *
 * <p>What was answered is asked again after {@link #FRESH}. Where the source does not answer then,
 * it stays in use, with its time, until it is {@link #USABLE} old; from then on it counts as
 * missing, since the source first did not answer. A source that does not answer is asked again
 * after two seconds, then ever later, at most every five minutes; where it asks to wait, not before
 * that is over, at most a quarter of an hour.
 */
public final class AskedRatings implements Ratings {
  /** A rating so old is asked for again. */
  public static final Duration FRESH = Duration.ofMinutes(15);

  /** A rating so old is no rating any more. */
  public static final Duration USABLE = Duration.ofHours(1);

  private static final Logger LOG = System.getLogger(AskedRatings.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /** Requesters that are remembered; more than any market shows at once. */
  private static final int MOST = 100_000;

  private final ReviewSource source;
  private final Clock clock;
  private final Duration firstPause;
  private final Map<String, Known> known = new HashMap<>();
  private final Set<String> wanted = new LinkedHashSet<>();
  private @Nullable Instant down;
  private @Nullable Thread asker;
  private Instant refreshed = Instant.MIN;
  private long version;

  /** How many known ratings were too old at the last failure. */
  private long gone;

  private int failures;
  private boolean closed;

  /**
   * Asks nothing yet.
   *
   * @param source closed with this
   */
  public AskedRatings(ReviewSource source, Clock clock) {
    this(source, clock, FIRST_PAUSE);
  }

  /**
   * @param firstPause before a source that did not answer is asked again; doubles each time
   */
  AskedRatings(ReviewSource source, Clock clock, Duration firstPause) {
    this.source = source;
    this.clock = clock;
    this.firstPause = firstPause;
  }

  /** What a source said of a requester, and when. */
  private record Known(Standing standing, Instant at) {
    Duration age(Instant now) {
      return Duration.between(at, now);
    }
  }

  @Override
  public Offer on(Offer offer) {
    return Ratings.with(offer, standing(offer.group().requester().id()));
  }

  private synchronized Standing standing(String requester) {
    Instant now = clock.instant();
    Known last = known.get(requester);
    if (last == null || last.age(now).compareTo(FRESH) >= 0) {
      want(requester);
    }
    if (last == null || last.age(now).compareTo(USABLE) >= 0) {
      return down == null ? new Standing.NotAsked() : new Standing.SourceDown(down);
    }
    return last.standing() instanceof Standing.Rated rated && last.age(now).compareTo(FRESH) >= 0
        ? rated.asOf(last.at())
        : last.standing();
  }

  private void want(String requester) {
    if (!closed && wanted.size() < MOST && wanted.add(requester)) {
      if (asker == null) {
        asker = Thread.ofVirtual().name("ratings").start(this::ask);
      }
      notifyAll();
    }
  }

  /** Looks at the clock too: what grew old meanwhile is asked for again. */
  @Override
  public synchronized long version() {
    Instant now = clock.instant();
    if (!known.isEmpty() && !now.isBefore(refreshed.plus(FRESH))) {
      refreshed = now;
      known.forEach(
          (requester, last) -> {
            if (last.age(now).compareTo(FRESH) >= 0) {
              want(requester);
            }
          });
    }
    return version;
  }

  @Override
  public synchronized boolean pending() {
    return down == null && wanted.stream().anyMatch(this::isUnknown);
  }

  private boolean isUnknown(String requester) {
    Known last = known.get(requester);
    return last == null || isWorn(last);
  }

  private boolean isWorn(Known last) {
    return last.age(clock.instant()).compareTo(USABLE) >= 0;
  }

  @Override
  public synchronized boolean await(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      for (long left = atMost.toNanos(); pending() && left > 0; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !pending();
  }

  @Override
  public synchronized Optional<Instant> downSince() {
    return Optional.ofNullable(down);
  }

  private void ask() {
    try {
      for (List<String> batch = next(); !batch.isEmpty(); batch = next()) {
        Duration pause = ask(batch);
        if (pause.isPositive()) {
          pause(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Those that are asked for next; none where this is closed. */
  private synchronized List<String> next() throws InterruptedException {
    while (wanted.isEmpty() && !closed) {
      wait();
    }
    return closed ? List.of() : wanted.stream().limit(source.most()).toList();
  }

  /** How long to ask nothing. */
  private Duration ask(List<String> batch) {
    try {
      took(batch, source.ask(batch));
      return Duration.ZERO;
    } catch (NoAnswer none) {
      LOG.log(Level.INFO, "no ratings: " + none.getMessage(), none);
      return failed(none.asksToWait());
    } catch (RuntimeException defect) {
      LOG.log(Level.ERROR, "a defect in asking for ratings", defect);
      return failed(Duration.ZERO);
    }
  }

  private synchronized void took(List<String> batch, Map<String, Standing> answers) {
    Instant now = clock.instant();
    for (String requester : batch) {
      Standing said = answers.getOrDefault(requester, new Standing.NotAsked());
      Known before = known.get(requester);
      if (said instanceof Standing.SourceDown
          && before != null
          && before.standing() instanceof Standing.SourceDown) {
        said = before.standing();
      }
      if (known.size() < MOST || before != null) {
        known.put(requester, new Known(said, now));
      }
      wanted.remove(requester);
    }
    failures = 0;
    gone = 0;
    down = null;
    version++;
    notifyAll();
  }

  private synchronized Duration failed(Duration asked) {
    boolean first = down == null;
    if (first) {
      down = clock.instant();
    }
    long worn = known.values().stream().filter(this::isWorn).count();
    if (first || worn != gone) {
      version++;
    }
    gone = worn;
    Duration longer = firstPause.multipliedBy(1L << Math.min(failures++, 16));
    notifyAll();
    return longest(least(longer, LONGEST_PAUSE), least(asked, LONGEST_WAIT));
  }

  private synchronized void pause(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    for (long left = pause.toNanos(); !closed && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    source.close();
  }
}
