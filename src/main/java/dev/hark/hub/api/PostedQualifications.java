package dev.hark.hub.api;

import dev.hark.hub.qualification.GroupRequirement;
import dev.hark.hub.qualification.NewKind;
import dev.hark.hub.qualification.NewTest;
import dev.hark.task.Comparison;
import dev.hark.task.GrantWay;
import dev.hark.task.Guard;
import dev.hark.task.Place;
import dev.hark.task.Question;
import dev.hark.wire.NewQualificationJson;
import dev.hark.wire.NewQualificationJson.KeyedAnswerJson;
import dev.hark.wire.NewQualificationJson.NewTestJson;
import dev.hark.wire.NewQualificationJson.TestQuestionJson;
import dev.hark.wire.PlaceJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.RequirementJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@link Posted} for qualifications. */
final class PostedQualifications {
  private static final long MOST = 1_000_000_000;

  private PostedQualifications() {}

  static NewKind kind(NewQualificationJson json) {
    return new NewKind(
        Posted.present(json.name(), "name").strip(),
        Posted.present(json.description(), "description").strip(),
        Posted.oneOf(GrantWay.class, json.way(), "way"),
        json.least() == null ? 0 : json.least(),
        json.most() == null ? 100 : json.most(),
        optional(json.automaticValue()),
        Optional.ofNullable(json.retryAfterSeconds())
            .map(seconds -> Duration.ofSeconds(within(seconds, "retryAfterSeconds"))),
        Optional.ofNullable(json.test()).map(PostedQualifications::test));
  }

  private static NewTest test(NewTestJson json) {
    List<TestQuestionJson> questions =
        Posted.all(Posted.present(json.questions(), "test.questions"), "test.questions");
    if (questions.isEmpty()) {
      throw Exchange.invalid("test.questions: at least one");
    }
    List<QuestionJson> parts =
        questions.stream()
            .map(one -> Posted.present(one.question(), "test.questions.question"))
            .toList();
    QuestionJson form =
        new QuestionJson(
            "form",
            Posted.present(json.introduction(), "test.introduction"),
            json.media() == null ? List.of() : json.media(),
            null,
            parts);
    try {
      return new NewTest(
          (Question.Form) form.toQuestion(),
          questions.stream().map(PostedQualifications::key).toList(),
          Duration.ofSeconds(within(json.seconds(), "test.seconds")),
          optional(json.passMark()),
          json.steps() == null ? List.of() : Posted.all(json.steps(), "test.steps"));
    } catch (IllegalArgumentException | NullPointerException e) {
      throw Exchange.invalid("test: questions and answers that are whole");
    }
  }

  private static List<NewTest.Keyed> key(TestQuestionJson json) {
    List<KeyedAnswerJson> answers =
        Posted.all(
            Posted.present(json.answers(), "test.questions.answers"), "test.questions.answers");
    return answers.stream()
        .map(
            one ->
                new NewTest.Keyed(
                    Posted.present(one.answer(), "test.questions.answers.answer").toAnswer(),
                    one.points()))
        .toList();
  }

  static List<GroupRequirement> requirements(@Nullable List<RequirementJson> json) {
    return json == null
        ? List.of()
        : Posted.all(json, "qualifications").stream()
            .map(PostedQualifications::requirement)
            .toList();
  }

  private static GroupRequirement requirement(RequirementJson json) {
    return new GroupRequirement(
        Posted.present(json.qualification(), "qualifications.qualification"),
        Posted.oneOf(Comparison.class, json.comparator(), "qualifications.comparator"),
        json.values() == null ? List.of() : Posted.all(json.values(), "qualifications.values"),
        json.places() == null ? List.of() : Posted.all(json.places(), "qualifications.places"),
        json.guards() == null
            ? Guard.ACCEPT
            : Posted.oneOf(Guard.class, json.guards(), "qualifications.guards"));
  }

  static Place place(PlaceJson json) {
    try {
      return new Place(
          Posted.present(json.country(), "country"), Optional.ofNullable(json.region()));
    } catch (IllegalArgumentException e) {
      throw Exchange.invalid(
          "country and region: ISO 3166 codes such as NL and NL-NH, the region in the country");
    }
  }

  static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** What no duration can hold is refused before it is one. */
  private static long within(long seconds, String member) {
    if (seconds < -MOST || seconds > MOST) {
      throw Exchange.invalid(member + ": a number of seconds");
    }
    return seconds;
  }
}
