package dev.hark.hub.job;

import static dev.hark.hub.work.GroupRules.require;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.quality.MixedRepeats;
import dev.hark.hub.work.Bonuses;
import dev.hark.hub.work.GroupRules;
import java.time.Duration;

/** What a job may look like, beyond what its task group may. */
final class JobRules {
  static final int NAME_LIMIT = 200;
  static final int BUDGET_LIMIT = 100;
  static final int MOST_LIMIT = 100;
  static final int PIECE_LIMIT = 10_000;
  static final double TARGET_LEAST = 0.5;
  static final double TARGET_MOST = 0.999;
  static final Duration LENGTH_LIMIT = Duration.ofHours(24);

  private JobRules() {}

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID}, which names the first wrong member
   */
  static void check(NewJob job) {
    require(
        !job.name().isBlank() && job.name().length() <= NAME_LIMIT,
        "name: 1 to " + NAME_LIMIT + " characters");
    require(
        job.length().isPositive() && job.length().compareTo(LENGTH_LIMIT) <= 0,
        "milliseconds: 1 to " + LENGTH_LIMIT.toMillis());
    GroupRules.glossary(job.glossary());
    require(
        job.least() >= 1 && job.most() >= job.least() && job.most() <= MOST_LIMIT,
        "least, most: 1 to " + MOST_LIMIT + ", the least not above the most");
    require(job.bonus() >= 0 && job.bonus() <= Bonuses.LIMIT, "bonus.minor: 0 to " + Bonuses.LIMIT);
    job.target()
        .ifPresent(
            target ->
                require(
                    target >= TARGET_LEAST && target <= TARGET_MOST,
                    "target: " + TARGET_LEAST + " to " + TARGET_MOST));
    job.wordWorth()
        .ifPresent(
            worth ->
                require(
                    worth >= 1 && worth <= Bonuses.LIMIT,
                    "wordWorth.minor: 0 to " + Bonuses.LIMIT));
    require(
        job.repeats() >= 0 && job.repeats() <= MixedRepeats.MOST,
        "repeats: 0 to " + MixedRepeats.MOST);
    job.budget()
        .ifPresent(
            budget ->
                require(
                    !budget.isBlank() && budget.length() <= BUDGET_LIMIT,
                    "budget: 1 to " + BUDGET_LIMIT + " characters"));
    pieces(job);
    int first = job.pieces().size() * job.least();
    require(
        job.answersAtMost() >= first && job.answersAtMost() <= job.pieces().size() * job.most(),
        "answers: at least the least for every piece, and at most the most for every piece");
  }

  private static void pieces(NewJob job) {
    require(
        !job.pieces().isEmpty() && job.pieces().size() <= PIECE_LIMIT,
        "pieces: 1 to " + PIECE_LIMIT);
    long start = 0;
    long end = 0;
    for (NewJob.Piece piece : job.pieces()) {
      require(
          piece.start() >= start && piece.end() > end && piece.end() > piece.start(),
          "pieces: each begins and ends after the one before");
      start = piece.start();
      end = piece.end();
    }
    require(end <= job.length().toMillis(), "pieces: within the recording");
  }
}
