package dev.hark.hub.qualification;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.work.Fit;
import dev.hark.hub.work.GroupRules;
import dev.hark.task.GrantWay;
import dev.hark.wire.NewQualificationJson.StepJson;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a qualification and its test may look like. */
final class KindRules {
  static final int NAME_LIMIT = 100;
  static final int DESCRIPTION_LIMIT = 2_000;
  static final long VALUE_LIMIT = 1_000_000_000;
  static final long POINTS_LIMIT = 100;
  static final int QUESTION_LIMIT = 100;
  static final int KEY_LIMIT = 20;
  static final Duration RETRY_LIMIT = Duration.ofDays(3650);
  static final Duration SHORTEST_TEST = Duration.ofSeconds(10);
  static final Duration LONGEST_TEST = Duration.ofDays(1);

  private KindRules() {}

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID}, which names the first wrong member
   */
  static void check(NewKind kind) {
    require(within(kind.name(), NAME_LIMIT), "name: 1 to " + NAME_LIMIT + " characters");
    require(
        within(kind.description(), DESCRIPTION_LIMIT),
        "description: 1 to " + DESCRIPTION_LIMIT + " characters");
    require(
        kind.least() >= -VALUE_LIMIT && kind.most() <= VALUE_LIMIT && kind.least() <= kind.most(),
        "least and most: a range between -" + VALUE_LIMIT + " and " + VALUE_LIMIT);
    require(
        kind.automaticValue().isPresent() == (kind.way() == GrantWay.AUTOMATIC),
        "automaticValue: where the way is AUTOMATIC, and only there");
    kind.automaticValue().ifPresent(value -> requireInRange(kind, value, "automaticValue"));
    kind.retryAfter()
        .ifPresent(
            after ->
                require(
                    !after.isNegative() && after.compareTo(RETRY_LIMIT) <= 0,
                    "retryAfterSeconds: 0 to " + RETRY_LIMIT.toSeconds()));
    require(
        kind.test().isPresent() == (kind.way() == GrantWay.TEST),
        "test: where the way is TEST, and only there");
    kind.test().ifPresent(test -> check(kind, test));
  }

  private static void check(NewKind kind, NewTest test) {
    require(
        test.form().parts().size() <= QUESTION_LIMIT, "test.questions: at most " + QUESTION_LIMIT);
    GroupRules.check(test.form());
    require(
        test.time().compareTo(SHORTEST_TEST) >= 0 && test.time().compareTo(LONGEST_TEST) <= 0,
        "test.seconds: " + SHORTEST_TEST.toSeconds() + " to " + LONGEST_TEST.toSeconds());
    for (int i = 0; i < test.key().size(); i++) {
      checkKey(test, i);
    }
    require(
        test.passMark().isPresent() == test.steps().isEmpty(), "test: either a passMark or steps");
    test.passMark()
        .ifPresent(
            mark -> {
              require(mark >= 1 && mark <= test.points(), "test.passMark: 1 to " + test.points());
              requireInRange(kind, mark, "test.passMark");
              requireInRange(kind, test.points(), "points of the test");
            });
    checkSteps(kind, test);
  }

  private static void checkKey(NewTest test, int i) {
    List<NewTest.Keyed> answers = test.key().get(i);
    String at = "test.questions[" + i + "].answers: ";
    require(!answers.isEmpty() && answers.size() <= KEY_LIMIT, at + "1 to " + KEY_LIMIT);
    Set<Object> seen = new HashSet<>();
    for (NewTest.Keyed keyed : answers) {
      require(
          Fit.fits(test.form().parts().get(i), keyed.answer()), at + "ones that fit the question");
      require(keyed.points() >= 1 && keyed.points() <= POINTS_LIMIT, at + "1 to 100 points each");
      require(seen.add(keyed.answer()), at + "ones that differ");
    }
  }

  private static void checkSteps(NewKind kind, NewTest test) {
    require(test.steps().size() <= POINTS_LIMIT, "test.steps: at most " + POINTS_LIMIT);
    long before = -1;
    for (StepJson step : test.steps()) {
      require(
          step.points() > before && step.points() <= test.points(),
          "test.steps: rising points, 0 to " + test.points());
      requireInRange(kind, step.value(), "test.steps");
      before = step.points();
    }
  }

  private static void requireInRange(NewKind kind, long value, String member) {
    require(
        value >= kind.least() && value <= kind.most(),
        member + ": between least and most, " + kind.least() + " to " + kind.most());
  }

  private static boolean within(String text, int most) {
    return !text.isBlank() && text.length() <= most;
  }

  static void require(boolean holds, String expected) {
    if (!holds) {
      throw new Fault.Refused(Refusal.INVALID, expected);
    }
  }
}
