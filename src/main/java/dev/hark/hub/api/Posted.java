package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.commons.Reviews;
import dev.hark.hub.commons.Reviews.Opinion;
import dev.hark.hub.work.NewGroup;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.TaskKind;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.ReviewJson;
import java.time.Duration;
import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what callers send into the services' own words. Whatever lacks or makes no sense is {@link
 * Refusal#INVALID}, with the member's name.
 */
final class Posted {
  private Posted() {}

  static NewGroup group(NewTaskGroupJson json) {
    List<NewTaskGroupJson.NewTaskJson> tasks = present(json.tasks(), "tasks");
    if (tasks.isEmpty()) {
      throw Exchange.invalid("tasks: at least one");
    }
    return new NewGroup(
        present(json.title(), "title"),
        oneOf(TaskKind.class, json.kind(), "kind"),
        language(present(json.language(), "language")),
        money(present(json.reward(), "reward"), "reward"),
        Duration.ofSeconds(json.allowedSeconds()),
        json.autoApproveSeconds() == null
            ? NewGroup.AUTO_APPROVAL
            : Duration.ofSeconds(json.autoApproveSeconds()),
        json.copies() == null ? 1 : json.copies(),
        json.priority() == null ? 0 : json.priority(),
        Optional.empty(),
        needs(json.needs()),
        json.keywords() == null ? List.of() : all(json.keywords(), "keywords"),
        more(tasks),
        Optional.ofNullable(json.lifetimeSeconds()).map(Duration::ofSeconds),
        Optional.ofNullable(json.annotation()).filter(words -> !words.isEmpty()),
        Boolean.TRUE.equals(json.draft()),
        PostedQualifications.requirements(json.qualifications()));
  }

  static List<NewGroup.NewTask> more(@Nullable List<NewTaskGroupJson.NewTaskJson> tasks) {
    return all(present(tasks, "tasks"), "tasks").stream().map(Posted::task).toList();
  }

  static List<NewGroup.NewTask> tasks(List<NewTaskGroupJson.NewTaskJson> json) {
    return all(json, "goldTasks").stream().map(Posted::task).toList();
  }

  private static NewGroup.NewTask task(NewTaskGroupJson.NewTaskJson json) {
    try {
      return new NewGroup.NewTask(
          present(json.question(), "question").toQuestion(),
          Optional.ofNullable(json.gold()).map(gold -> gold.toAnswer()),
          Optional.ofNullable(json.annotation()).filter(words -> !words.isEmpty()));
    } catch (IllegalArgumentException | NullPointerException e) {
      throw Exchange.invalid("tasks: questions and answers that are whole");
    }
  }

  private static Set<Need> needs(@Nullable List<String> names) {
    return names == null
        ? Set.of()
        : names.stream()
            .map(name -> oneOf(Need.class, name, "needs"))
            .collect(Collectors.toUnmodifiableSet());
  }

  static Opinion opinion(ReviewJson json) {
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    if (json.marks() != null) {
      json.marks()
          .forEach(
              (name, mark) ->
                  marks.put(oneOf(Attribute.class, name, "marks"), present(mark, "marks")));
    }
    return new Opinion(
        marks,
        Optional.ofNullable(json.rejections())
            .map(some -> oneOf(Rejections.class, some, "rejections")),
        json.termsBroken(),
        json.brokenTask(),
        json.unpaidScreening(),
        Optional.ofNullable(json.minutes()).map(Posted::minutes),
        json.words() == null ? "" : json.words());
  }

  /** Bounded, so that it can be told in seconds; the service refuses what is too long or none. */
  private static Duration minutes(double minutes) {
    return Duration.ofSeconds(
        Math.round(Math.clamp(minutes, -1, Reviews.LONGEST.toMinutes() * 2.0) * 60));
  }

  static Money money(MoneyJson json, String member) {
    try {
      Money money = json.toMoney();
      // Metals and test codes have no minor units.
      if (money.minor() > 0 && money.currency().getDefaultFractionDigits() >= 0) {
        return money;
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      // Refused below, like an amount that is none.
    }
    throw Exchange.invalid(member + ": more than nothing, in an ISO 4217 currency");
  }

  static <E extends Enum<E>> E oneOf(Class<E> type, @Nullable String name, String member) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    String names =
        List.of(type.getEnumConstants()).stream().map(Enum::name).collect(Collectors.joining(", "));
    throw Exchange.invalid(member + ": one of " + names);
  }

  static Locale language(String tag) {
    try {
      Locale language = new Locale.Builder().setLanguageTag(tag).build();
      if (!language.getLanguage().isEmpty()) {
        return language;
      }
    } catch (IllformedLocaleException e) {
      // Refused below, like an empty tag.
    }
    throw Exchange.invalid("language: a BCP 47 tag such as en or nl-NL");
  }

  static <T> List<T> all(List<T> list, String member) {
    list.forEach(item -> present(item, member));
    return list;
  }

  static <T> T present(@Nullable T value, String member) {
    if (value == null) {
      throw new Fault.Refused(Refusal.INVALID, member + ": it is missing");
    }
    return value;
  }
}
