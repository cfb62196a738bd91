package dev.hark.watch;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.journal.WatchMemory;
import dev.hark.market.Marketplace;
import dev.hark.market.hub.Retry;
import dev.hark.task.Assignment;
import dev.hark.watch.Told.Kind;
import dev.hark.watch.WatchPlan.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Accepts what fits, within the worker's limits. Used by one thread.
 *
 * <p>Each try has one key, which is kept on the disk until the market has answered: a try whose
 * answer got lost is made again with it, by this run or the next, and gives the same task. A catch
 * is what the market shows among the tasks that the worker holds, and nothing else.
 */
public final class Catcher {
  /** A group that was caught is not caught again by a new run, for so long. */
  private static final Duration REMEMBERED = Duration.ofHours(24);

  /** How often a full queue is looked at where nothing is heard of it. */
  private static final Duration QUEUE_AGAIN = Duration.ofMinutes(1);

  private final Marketplace market;
  private final CatchRules rules;
  private final WatchMemory memory;
  private final Map<String, Match> candidates = new LinkedHashMap<>();
  private final Trouble trouble = new Trouble();
  private Consumer<Told> listener = told -> {};
  private Optional<Kind> limit = Optional.empty();
  private Instant queueAgain = Instant.MIN;
  private boolean over;
  private boolean unsure;

  /**
   * @param market stays open
   * @param memory keeps keys and counts
   */
  public Catcher(Marketplace market, CatchRules rules, WatchMemory memory) {
    this.market = market;
    this.rules = rules;
    this.memory = memory;
  }

  void tell(Consumer<Told> to) {
    listener = to;
  }

  /** What fits at the start: all but what another run has caught of late. */
  void begin(Collection<Match> fit, Instant now) {
    Set<String> before = memory.caughtGroupsSince(now.minus(REMEMBERED));
    fit.stream().filter(match -> !before.contains(match.groupId())).forEach(this::add);
    // What was begun and not answered is asked for again, whatever was caught of it before.
    Set<String> open = Set.copyOf(memory.openCatches());
    fit.stream().filter(match -> open.contains(match.groupId())).forEach(this::add);
  }

  /** New matches. */
  void found(List<Match> fresh) {
    fresh.forEach(this::add);
  }

  private void add(Match match) {
    candidates.putIfAbsent(match.groupId(), match);
  }

  /** The market answers again: it may be asked at once, unless it asked to wait. */
  void marketAnswers() {
    trouble.answers();
  }

  /** Something happened to a task of this worker: the queue may have room. */
  void queueChanged() {
    queueAgain = Instant.MIN;
  }

  /**
   * Catches what may be caught now.
   *
   * @param fit what fits as far as is known
   * @return false where the market did not answer
   * @throws Fault.Refused where it lets this worker not in any more
   */
  boolean step(Instant now, boolean quiet, Map<String, Match> fit) {
    if (over || !trouble.mayAsk(now)) {
      return true;
    }
    try {
      settle(now);
      candidates.keySet().removeIf(group -> !fit.containsKey(group));
      if (!quiet && mayCatch(now)) {
        catchAll(now);
      }
      trouble.over();
      return true;
    } catch (Fault.HubDown down) {
      var _ = trouble.failed(now, Duration.ZERO);
      return false;
    } catch (Fault.Refused refused) {
      if (refused.refusal() != Refusal.TOO_MANY) {
        throw refused;
      }
      Instant again = trouble.failed(now, Retry.after(refused));
      say(now, Kind.ASKED_TO_WAIT, Sentence.of("watch.catch-slower", again));
      return true;
    }
  }

  /**
   * Tries that were never answered: a task of the group that the worker holds is that try's, or the
   * market refuses; nothing new is taken.
   */
  private void settle(Instant now) {
    List<String> open = memory.openCatches();
    if (open.isEmpty()) {
      return;
    }
    List<Assignment> held = market.held();
    for (String group : open) {
      if (held.stream().anyMatch(one -> one.group().id().equals(group))) {
        var _ = attempt(group, now);
      } else if (!candidates.containsKey(group)) {
        memory.catchDone(group);
      }
    }
  }

  private boolean mayCatch(Instant now) {
    if (rules.hours().isPresent() && !rules.hours().get().at(now)) {
      Instant begin = rules.hours().get().begin(now);
      limited(now, Kind.OUT_OF_HOURS, Sentence.of("watch.out-of-hours", begin));
      return false;
    }
    if (lifted(Kind.OUT_OF_HOURS)) {
      say(now, Kind.IN_HOURS, Sentence.of("watch.in-hours"));
    }
    if (candidates.isEmpty()) {
      return false;
    }
    if (memory.caughtSince(rules.dayOf(now)) >= rules.perDay()) {
      limited(
          now, Kind.DAY_FULL, Sentence.of("watch.day-full", rules.perDay(), rules.nextDay(now)));
      return false;
    }
    var _ = lifted(Kind.DAY_FULL);
    return !now.isBefore(queueAgain);
  }

  private void catchAll(Instant now) {
    for (String group : List.copyOf(candidates.keySet())) {
      if (over || !mayCatch(now) || !hasRoom(now)) {
        return;
      }
      var _ = attempt(group, now);
    }
  }

  private boolean hasRoom(Instant now) {
    if (market.held().size() < rules.queue()) {
      var _ = lifted(Kind.QUEUE_FULL);
      return true;
    }
    limited(now, Kind.QUEUE_FULL, Sentence.of("watch.queue-full", rules.queue()));
    queueAgain = now.plus(QUEUE_AGAIN);
    return false;
  }

  /** One try, with the key that the group has until the market has answered. */
  private boolean attempt(String group, Instant now) {
    String key = memory.catchKey(group);
    Assignment given;
    try {
      given = market.accept(group, key);
      List<Assignment> held = market.held();
      boolean mine =
          held.stream()
              .anyMatch(
                  one ->
                      one.id().equals(given.id())
                          && one.group().id().equals(group)
                          && one.state() == Assignment.State.HELD
                          && one.deadline().isAfter(now));
      if (mine) {
        caught(group, given, held.size(), now);
        return true;
      }
    } catch (Fault.HubDown down) {
      unsure(group, now);
      throw down;
    } catch (Fault.Refused refused) {
      if (refused.refusal() != Refusal.TOO_MANY) {
        memory.catchDone(group);
        notCaught(group, refused.sentence(), now);
      }
      if (refused.refusal() == Refusal.TOO_MANY || Watch.endsAll(refused)) {
        throw refused;
      }
      return false;
    } catch (Fault.BadFile unreadable) {
      memory.catchDone(group);
      notCaught(group, unreadable.sentence(), now);
      return false;
    }
    // The key's task was handed in or given back since: that is no catch, and the key is spent.
    memory.catchDone(group);
    notCaught(group, Sentence.of("watch.not-held"), now);
    return false;
  }

  private void caught(String group, Assignment given, int held, Instant now) {
    var _ = memory.caught(given.id(), group, now);
    Optional<Match> match = Optional.ofNullable(candidates.remove(group));
    listener.accept(new Told.Caught(now, given, match, held, rules.queue()));
    memory.catchDone(group);
    unsure = false;
    if (rules.mode() == CatchRules.Mode.FIRST) {
      over = true;
      say(now, Kind.CATCHING_OVER, Sentence.of("watch.catching-over"));
    }
  }

  private void notCaught(String group, Sentence why, Instant now) {
    Optional.ofNullable(candidates.remove(group))
        .ifPresent(match -> listener.accept(new Told.NotCaught(now, match, why)));
    unsure = false;
  }

  private void unsure(String group, Instant now) {
    Match match = candidates.get(group);
    if (!unsure && match != null) {
      unsure = true;
      say(now, Kind.UNSURE, Sentence.of("watch.unsure", WatchWords.brief(match)));
    }
  }

  /** Each limit is said once, until it is lifted. */
  private void limited(Instant now, Kind kind, Sentence sentence) {
    if (limit.filter(kind::equals).isEmpty()) {
      limit = Optional.of(kind);
      say(now, kind, sentence);
    }
  }

  private boolean lifted(Kind kind) {
    boolean was = limit.filter(kind::equals).isPresent();
    if (was) {
      limit = Optional.empty();
    }
    return was;
  }

  private void say(Instant now, Kind kind, Sentence sentence) {
    listener.accept(new Told.State(now, kind, sentence));
  }
}
