package dev.hark.watch;

import dev.hark.journal.WatchMemory;
import dev.hark.watch.WatchPlan.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides which matches are told now, and remembers it. Used by one thread. A match is remembered
 * once it was told: who is stopped in between hears it twice, rather than never.
 */
final class Telling {
  /** What was told so long ago is new again. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final WatchPlan plan;
  private final WatchMemory memory;
  private final Consumer<Told> listener;
  private final Map<String, Instant> resting = new HashMap<>();
  private boolean mayOwe = true;

  Telling(WatchPlan plan, WatchMemory memory, Consumer<Told> listener) {
    this.plan = plan;
    this.memory = memory;
    this.listener = listener;
  }

  /** How a new match stands to what was told. */
  enum Standing {
    FRESH,
    RESTING,
    WAITING
  }

  void begin(Instant now) {
    memory.forgetBefore(now.minus(REMEMBERED));
  }

  Standing standing(String groupId, Instant now) {
    Optional<WatchMemory.Mention> mention = memory.mention(groupId);
    if (mention.isEmpty()) {
      return Standing.FRESH;
    }
    if (mention.get().keptBack()) {
      return Standing.WAITING;
    }
    return now.isBefore(mention.get().at().plus(plan.rest())) ? Standing.RESTING : Standing.FRESH;
  }

  /** It changed within its rest: it is told when that is over, where it still fits. */
  void afterRest(String groupId) {
    memory
        .mention(groupId)
        .ifPresent(mention -> resting.put(groupId, mention.at().plus(plan.rest())));
  }

  /** Groups whose rest is over now. */
  List<String> rested(Instant now) {
    List<String> over = new ArrayList<>();
    resting.forEach(
        (group, until) -> {
          if (!now.isBefore(until)) {
            over.add(group);
          }
        });
    over.forEach(resting::remove);
    return over;
  }

  boolean isQuiet(Instant now) {
    return plan.quiet().map(hours -> hours.at(now)).orElse(false);
  }

  /** Tells them, or in quiet hours keeps them for later. */
  void tell(List<Match> matches, Instant now) {
    if (matches.isEmpty()) {
      return;
    }
    boolean quiet = isQuiet(now);
    if (!quiet) {
      listener.accept(new Told.Matches(now, matches));
    }
    mayOwe |= quiet;
    for (Match match : matches) {
      if (quiet) {
        memory.keepBack(match.groupId(), now);
      } else {
        memory.told(match.groupId(), now);
      }
    }
  }

  /** Whether something waits that may be told now. */
  boolean owesSummary(Instant now) {
    return mayOwe && !isQuiet(now) && !memory.keptBack().isEmpty();
  }

  /** Tells in one go what came in quiet hours. */
  void summary(Map<String, Match> fit, Instant now) {
    List<String> kept = memory.keptBack();
    List<Match> still =
        fit.values().stream().filter(match -> kept.contains(match.groupId())).toList();
    listener.accept(new Told.Summary(now, kept.size(), still));
    kept.forEach(group -> memory.told(group, now));
    mayOwe = false;
  }
}
