package dev.hark.watch;

import dev.hark.fault.Sentence;
import dev.hark.task.Assignment;
import dev.hark.watch.WatchPlan.Match;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that watching tells. Front ends write it, speak it, or make JSON of it. */
public sealed interface Told {
  Instant at();

  /** In words, a sentence a line. */
  List<Sentence> sentences();

  /**
   * Groups that fit, the best paid first.
   *
   * @param matches at least one
   */
  record Matches(Instant at, List<Match> matches) implements Told {
    /** Nobody hears more than so many at once; the rest is counted. */
    public static final int MOST_AT_ONCE = 10;

    public Matches {
      matches = List.copyOf(matches);
    }

    @Override
    public List<Sentence> sentences() {
      return WatchWords.matches(matches, MOST_AT_ONCE);
    }
  }

  /**
   * What came while it was quiet.
   *
   * @param came how many groups
   * @param matches those that still fit, the best paid first
   */
  record Summary(Instant at, int came, List<Match> matches) implements Told {
    public Summary {
      matches = List.copyOf(matches);
    }

    @Override
    public List<Sentence> sentences() {
      return WatchWords.summary(came, matches);
    }
  }

  /**
   * A task that the market gave, and shows among what the worker holds.
   *
   * @param match why it was caught; empty where an earlier run began the catch
   * @param held how many tasks the worker holds now
   * @param queue how many at most
   */
  record Caught(Instant at, Assignment assignment, Optional<Match> match, int held, int queue)
      implements Told {
    @Override
    public List<Sentence> sentences() {
      return List.of(WatchWords.caught(assignment, held, queue));
    }
  }

  /** What was to be caught and was not. */
  record NotCaught(Instant at, Match match, Sentence why) implements Told {
    @Override
    public List<Sentence> sentences() {
      return List.of(Sentence.of("watch.not-caught", WatchWords.brief(match), why));
    }
  }

  /** How the watching itself stands. */
  record State(Instant at, Kind kind, Sentence sentence) implements Told {
    @Override
    public List<Sentence> sentences() {
      return List.of(sentence);
    }
  }

  /** What a {@link State} is about; the names in small letters are part of the JSON. */
  enum Kind {
    WATCHING,
    NO_EVENTS,
    HUB_AWAY,
    HUB_BACK,
    RATINGS_AWAY,
    RATINGS_BACK,
    ASKED_TO_WAIT,
    QUIET,
    QUEUE_FULL,
    DAY_FULL,
    OUT_OF_HOURS,
    IN_HOURS,
    CATCHING_OVER,
    UNSURE
  }
}
