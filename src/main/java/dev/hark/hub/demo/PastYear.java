package dev.hark.hub.demo;

import dev.hark.hub.commons.Reviews.Opinion;
import dev.hark.hub.work.PastWork;
import dev.hark.review.Rejections;
import dev.hark.task.Answer;
import dev.hark.task.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The work of the past year, the same for the same market but for the day it ends on.
 *
 * @param people who did what
 * @param workerIds the hub's id of each person
 * @param now when the past ends
 */
record PastYear(People people, List<String> workerIds, Instant now) {
  private static final Duration YEAR = Duration.ofDays(355);

  /** A long tail: the slowest quarter is slower than the quickest quarter is quick. */
  private static final double TAIL = 2;

  /**
   * What was done in one group.
   *
   * @param first the group's first task, whose question past work answers
   */
  List<PastWork> of(GroupPlan group, RequesterPlan requester, Tasks.Planned first) {
    GroupPlan.History history = group.history();
    if (history == null) {
      return List.of();
    }
    Random random = new Random(group.id().hashCode());
    Duration wait = days(requester.daysToPay());
    Instant last = now.minus(wait.multipliedBy(3).dividedBy(2)).minus(Duration.ofDays(2));
    long span = Duration.between(now.minus(YEAR), last).toSeconds();
    List<PastWork> works = new ArrayList<>();
    for (int turn = 0; turn < history.done(); turn++) {
      int person = people.person(group, turn);
      Optional<Opinion> opinion = people.opinion(group, person);
      // A review is written once, after the last piece.
      boolean lastPiece = turn + history.workers() >= history.done();
      double way = (turn + random.nextDouble()) / history.done();
      works.add(
          new PastWork(
              workerIds.get(person),
              now.minus(YEAR).plusSeconds((long) (span * way)),
              Duration.ofMillis(Math.round(1000 * seconds(history, turn))),
              answer(group, first, random),
              decision(requester, opinion, turn / history.workers(), random),
              wait.multipliedBy(70 + random.nextInt(61)).dividedBy(100),
              lastPiece ? opinion : Optional.empty()));
    }
    return works;
  }

  /**
   * How long a piece of work took. Workers' means have the quartiles of the plan; the pieces of one
   * worker differ a little, in pairs, so that the mean stays.
   */
  private static double seconds(GroupPlan.History history, int turn) {
    double low = history.seconds().get(0);
    double high = history.seconds().get(1);
    int rank = turn % history.workers() * stride(history.workers()) % history.workers();
    double share = history.workers() == 1 ? 0.5 : (double) rank / (history.workers() - 1);
    double mean = low + (share - 0.25) * 2 * (high - low);
    if (share > 0.75) {
      mean = high + (share - 0.75) * 2 * TAIL * (high - low);
    }
    int piece = turn / history.workers();
    boolean paired = (piece ^ 1) * history.workers() + turn % history.workers() < history.done();
    return paired ? mean * (piece % 2 == 0 ? 0.92 : 1.08) : mean;
  }

  /** A step that comes by every worker once. */
  private static int stride(int workers) {
    return workers % 7 == 0 ? 5 : 7;
  }

  /** What reviewers say of rejections is so; everybody else takes their chance. */
  private static PastWork.Decision decision(
      RequesterPlan requester, Optional<Opinion> opinion, int piece, Random random) {
    Optional<Rejections> said = opinion.flatMap(Opinion::rejections);
    boolean chance = random.nextDouble() < requester.rejected();
    boolean rejected =
        said.map(
                some ->
                    switch (some) {
                      case NONE -> false;
                      case SOME -> piece == 0 || chance;
                      case ALL -> true;
                    })
            .orElse(chance);
    if (!rejected || requester.reasons().isEmpty()) {
      return new PastWork.Decision.Approved();
    }
    List<String> reasons = requester.reasons();
    return new PastWork.Decision.Rejected(reasons.get(random.nextInt(reasons.size())));
  }

  private static Answer answer(GroupPlan group, Tasks.Planned first, Random random) {
    return first.gold().orElseGet(() -> answer(group, first.question(), random));
  }

  private static Answer answer(GroupPlan group, Question question, Random random) {
    return switch (question) {
      case Question.Choice choice ->
          new Answer.Choice(choice.options().get(random.nextInt(choice.options().size())).id());
      case Question.Form form ->
          new Answer.Form(form.parts().stream().map(part -> answer(group, part, random)).toList());
      case Question.Transcription some -> new Answer.Text(sample(group, random));
      case Question.OpenText some -> new Answer.Text(sample(group, random));
    };
  }

  private static String sample(GroupPlan group, Random random) {
    if (group.samples() == null || group.samples().isEmpty()) {
      throw new IllegalStateException(group.id() + " has past work and no sample answers");
    }
    return group.samples().get(random.nextInt(group.samples().size()));
  }

  private static Duration days(double days) {
    return Duration.ofMinutes(Math.round(days * 24 * 60));
  }
}
