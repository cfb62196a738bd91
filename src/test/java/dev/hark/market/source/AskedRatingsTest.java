package dev.hark.market.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.SettableClock;
import dev.hark.market.FirstMoments;
import dev.hark.market.Offer;
import dev.hark.market.Offers;
import dev.hark.market.Ratings;
import dev.hark.review.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known while a source is asked, answers late, fails and comes back. */
class AskedRatingsTest {
  private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
  private static final Standing GOOD = Offers.rated(40, 0);

  private final Hand source = new Hand();
  private final SettableClock clock = new SettableClock(TEN);
  private final AskedRatings ratings = new AskedRatings(source, clock, Duration.ofMillis(5));

  @AfterEach
  void close() {
    ratings.close();
  }

  /** Answers when it is told to. */
  private static final class Hand implements ReviewSource {
    private final LinkedBlockingQueue<List<String>> asked = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Object> answers = new LinkedBlockingQueue<>();

    @Override
    public int most() {
      return 2;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Standing> ask(List<String> ids) throws NoAnswer {
      asked.add(ids);
      try {
        @Nullable Object answer = answers.poll(30, TimeUnit.SECONDS);
        if (answer instanceof NoAnswer none) {
          throw none;
        }
        return answer == null ? Map.of() : (Map<String, Standing>) answer;
      } catch (InterruptedException e) {
        throw NoAnswer.down("over", e);
      }
    }

    List<String> next() {
      try {
        List<String> ids = asked.poll(20, TimeUnit.SECONDS);
        return ids == null ? List.of() : ids;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    void answers(Standing standing, String... ids) {
      Map<String, Standing> all = new HashMap<>();
      for (String id : ids) {
        all.put(id, standing);
      }
      answers.add(all);
    }

    void fails() {
      answers.add(NoAnswer.down("down", null));
    }

    @Override
    public void close() {
      answers.add(Map.of());
    }
  }

  private static Offer offer(String id) {
    return Offers.fair(id);
  }

  private Standing standing(String id) {
    return ratings.on(offer(id)).standing();
  }

  private void awaits(BooleanSupplier what) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!what.getAsBoolean()) {
      assertTrue(System.nanoTime() - end < 0, "never");
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  @Requirement("SRC-4")
  void nothingWaitsForASourceAndItsAnswersComeInBatches() {
    assertEquals(new Standing.NotAsked(), standing("a"));
    assertEquals(new Standing.NotAsked(), standing("b"));
    assertEquals(new Standing.NotAsked(), standing("c"));
    assertTrue(ratings.pending());
    assertFalse(ratings.await(Duration.ofMillis(20)), "whoever waits, waits a bounded time");
    long before = ratings.version();
    List<String> first = source.next();
    source.answers(GOOD, first.toArray(String[]::new));
    source.answers(new Standing.NoReviews(), source.next().toArray(String[]::new));
    awaits(() -> !ratings.pending() || standing("c") instanceof Standing.NoReviews);
    source.answers(new Standing.NoReviews(), "r-b", "r-c");
    awaits(() -> !ratings.pending());
    assertEquals(GOOD, standing("a"));
    assertTrue(ratings.version() > before);
    assertTrue(ratings.await(Duration.ofSeconds(1)));
  }

  @Test
  @Requirement("SRC-5")
  void anOutageKeepsItsFirstMomentUntilAnAnswerComes() {
    assertEquals(new Standing.NotAsked(), standing("a"));
    source.fails();
    awaits(() -> ratings.downSince().isPresent());
    assertFalse(ratings.pending(), "nobody waits for what does not answer");
    clock.set(TEN.plusSeconds(300));
    source.fails();
    source.fails();
    awaits(() -> source.asked.size() >= 3);
    assertEquals(new Standing.SourceDown(TEN), standing("a"));
    assertEquals(new Standing.SourceDown(TEN), standing("b"), "asked for in the outage");
    clock.set(TEN.plusSeconds(600));
    source.answers(GOOD, "r-a", "r-b");
    source.answers(GOOD, "r-a", "r-b");
    awaits(() -> standing("a").equals(GOOD));
    assertEquals(Optional.empty(), ratings.downSince());
  }

  @Test
  @Requirement("SRC-6")
  void aKnownRatingIsUsedForAnHourToldWithItsTimeAndThenMissing() {
    assertEquals(new Standing.NotAsked(), standing("a"));
    source.answers(GOOD, "r-a");
    awaits(() -> standing("a").equals(GOOD));
    clock.set(TEN.plus(AskedRatings.FRESH).minusSeconds(1));
    assertEquals(GOOD, standing("a"));
    assertEquals(1, source.asked.size(), "known: not asked again");
    clock.set(TEN.plus(AskedRatings.FRESH));
    var _ = ratings.version();
    awaits(() -> source.asked.size() == 2);
    Instant outage = clock.instant();
    source.fails();
    awaits(() -> ratings.downSince().isPresent());
    clock.set(TEN.plus(AskedRatings.USABLE).minusSeconds(1));
    Standing.Rated old = assertInstanceOf(Standing.Rated.class, standing("a"));
    assertEquals(Optional.of(TEN), old.asOf());
    long before = ratings.version();
    clock.set(TEN.plus(AskedRatings.USABLE));
    assertEquals(new Standing.SourceDown(outage), standing("a"));
    source.fails();
    awaits(() -> ratings.version() > before);
  }

  @Test
  @Requirement("SRC-3")
  void aSourceThatAsksToWaitIsNotAskedBefore() {
    assertEquals(new Standing.NotAsked(), standing("a"));
    source.answers.add(NoAnswer.slower(Duration.ofMinutes(10)));
    awaits(() -> ratings.downSince().isPresent());
    assertEquals(new Standing.SourceDown(TEN), standing("b"));
    LockSupport.parkNanos(100_000_000);
    assertEquals(1, source.asked.size(), "neither again nor for others");
  }

  @Test
  @Requirement("SRC-5")
  void whomASourceCannotBeAskedForStaysNotAsked() {
    assertEquals(new Standing.NotAsked(), standing("a"));
    source.answers.add(Map.of());
    awaits(() -> !ratings.pending());
    assertEquals(new Standing.NotAsked(), standing("a"));
    assertEquals(1, source.asked.size());
  }

  @Test
  @Requirement("SRC-5")
  void theMarketsOwnRatingThatMakesNoSenseIsMissingSinceItFirstDidNot() {
    Ratings own = new FirstMoments();
    Offer good = offer("a");
    assertEquals(good, own.on(good));
    assertEquals(
        new Standing.SourceDown(TEN),
        own.on(Offers.with(good, new Standing.SourceDown(TEN))).standing());
    Offer later = Offers.with(good, new Standing.SourceDown(TEN.plusSeconds(60)));
    assertEquals(new Standing.SourceDown(TEN), own.on(later).standing());
    assertEquals(good, own.on(good));
    assertEquals(later, own.on(later), "a new outage has a moment of its own");
  }
}
