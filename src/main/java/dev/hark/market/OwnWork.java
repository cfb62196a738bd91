package dev.hark.market;

import dev.hark.fault.Fault;
import dev.hark.filter.Facts;
import dev.hark.task.TaskGroup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a worker did before, counted from the market's record of their work. Fetched when something
 * first depends on it, and again when that is ten minutes ago; where it cannot be fetched, it is
 * not known, and is not asked for again within a minute. Safe for use by several threads.
 */
public final class OwnWork implements Facts.History {
  private static final Logger LOG = System.getLogger(OwnWork.class.getName());
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Facts.Done NOTHING = new Facts.Done(0, 0, 0, 0);

  private final Supplier<List<Worked>> record;
  private final Clock clock;
  private @Nullable Map<String, Facts.Done> byRequester;
  private Map<String, Integer> byGroup = Map.of();
  private Instant due = Instant.MIN;

  /**
   * Fetches nothing yet.
   *
   * @param record all answers that the worker handed in; may throw what {@link Marketplace} throws
   */
  public OwnWork(Supplier<List<Worked>> record, Clock clock) {
    this.record = record;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Facts.Done> with(TaskGroup group) {
    Instant now = clock.instant();
    if (!now.isBefore(due)) {
      due = now.plus(fetch() ? FRESH : PAUSE);
    }
    return Optional.ofNullable(byRequester)
        .map(
            known -> {
              Facts.Done done = known.getOrDefault(group.requester().id(), NOTHING);
              return new Facts.Done(
                  done.approved(),
                  done.rejected(),
                  done.pending(),
                  byGroup.getOrDefault(group.id(), 0));
            });
  }

  /** What was known before is no answer once it is old and cannot be fetched again. */
  private boolean fetch() {
    try {
      count(record.get());
      return true;
    } catch (Fault fault) {
      LOG.log(Level.INFO, "the record of work was not read", fault);
      byRequester = null;
      return false;
    }
  }

  private void count(List<Worked> all) {
    Map<String, Facts.Done> requesters = new HashMap<>();
    Map<String, Integer> groups = new HashMap<>();
    for (Worked one : all) {
      requesters.merge(one.requester().id(), one(one), OwnWork::sum);
      groups.merge(one.groupId(), 1, Integer::sum);
    }
    byRequester = requesters;
    byGroup = groups;
  }

  private static Facts.Done one(Worked worked) {
    return switch (worked.state()) {
      case APPROVED -> new Facts.Done(1, 0, 0, 0);
      case REJECTED -> new Facts.Done(0, 1, 0, 0);
      default -> new Facts.Done(0, 0, 1, 0);
    };
  }

  private static Facts.Done sum(Facts.Done one, Facts.Done other) {
    return new Facts.Done(
        one.approved() + other.approved(),
        one.rejected() + other.rejected(),
        one.pending() + other.pending(),
        0);
  }
}
