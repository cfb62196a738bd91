package dev.hark.hub;

import dev.hark.task.Comparison;
import dev.hark.task.Guard;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AttemptJson;
import dev.hark.wire.GrantDecisionJson;
import dev.hark.wire.GrantJson;
import dev.hark.wire.NewQualificationJson;
import dev.hark.wire.NewQualificationJson.KeyedAnswerJson;
import dev.hark.wire.NewQualificationJson.NewTestJson;
import dev.hark.wire.NewQualificationJson.StepJson;
import dev.hark.wire.NewQualificationJson.TestQuestionJson;
import dev.hark.wire.QualificationJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.QuestionJson.OptionJson;
import dev.hark.wire.RequirementJson;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Qualifications as tests set them up. */
final class Qualifying {
  static final long DAY = 86_400;

  /** Of three points: the first question, and one of the second's answers, earn one or two. */
  static final AnswerJson ALL_RIGHT = answers(option("a"), TestHub.text("een koe"));

  static final AnswerJson HALF = answers(option("a"), TestHub.text(""));
  static final AnswerJson WRONG = answers(option("b"), TestHub.text("een paard"));

  private Qualifying() {}

  static NewQualificationJson kind(String way, @Nullable Long retrySeconds) {
    return new NewQualificationJson(
        "Dutch by ear",
        "You write down Dutch without a mistake.",
        way,
        null,
        null,
        way.equals("AUTOMATIC") ? 60L : null,
        retrySeconds,
        way.equals("TEST") ? test(2L, null) : null);
  }

  static NewTestJson test(@Nullable Long passMark, @Nullable List<StepJson> steps) {
    return new NewTestJson(
        "Two questions about Dutch words.",
        null,
        600,
        passMark,
        steps,
        List.of(
            new TestQuestionJson(
                new QuestionJson(
                    "choice",
                    "What is a paard?",
                    List.of(),
                    List.of(new OptionJson("a", "A horse"), new OptionJson("b", "A pear")),
                    null),
                List.of(new KeyedAnswerJson(option("a"), 1))),
            new TestQuestionJson(
                new QuestionJson("text", "What is a cow in Dutch?", List.of(), null, null),
                List.of(
                    new KeyedAnswerJson(TestHub.text("koe"), 1),
                    new KeyedAnswerJson(TestHub.text("een koe"), 2)))));
  }

  static AnswerJson option(String id) {
    return new AnswerJson(null, id, null);
  }

  static AnswerJson answers(AnswerJson... parts) {
    return new AnswerJson(null, null, Arrays.asList(parts));
  }

  static String create(Caller owner, NewQualificationJson kind) {
    return owner.post("/qualifications", kind).as(QualificationJson.class).id();
  }

  static GrantJson grant(
      TestHub hub, Caller owner, String kind, Caller worker, @Nullable Long value) {
    return decide(hub, owner, kind, worker, "grant", value, null).as(GrantJson.class);
  }

  static Caller.Answered decide(
      TestHub hub,
      Caller owner,
      String kind,
      Caller worker,
      String what,
      @Nullable Long value,
      @Nullable String reason) {
    return owner.post(
        "/qualifications/" + kind + "/workers/" + hub.shown(owner, worker) + "/" + what,
        new GrantDecisionJson(value, reason));
  }

  static AttemptJson start(Caller worker, String kind, String key) {
    return worker.postKey("/qualifications/" + kind + "/attempts", key).as(AttemptJson.class);
  }

  static Caller.Answered handIn(Caller worker, AttemptJson attempt, AnswerJson answer) {
    return worker.post("/attempts/" + attempt.id() + "/answer", "k", answer);
  }

  static RequirementJson requires(String kind, Comparison comparison, Guard guard, Long... values) {
    return new RequirementJson(kind, comparison.name(), List.of(values), null, guard.name());
  }

  static RequirementJson lives(Comparison comparison, Guard guard, String... places) {
    return new RequirementJson("location", comparison.name(), null, List.of(places), guard.name());
  }
}
