package dev.hark.filter;

import dev.hark.fault.Sentence;
import dev.hark.filter.Facts.Done;
import dev.hark.task.MoneyRange;
import dev.hark.task.Need;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Everything a filter's expression can ask about, declared once: the expression's names and types,
 * the words of a reason, and the manual's table are made from this. What a name means stands in the
 * bundle {@code field} under {@code field.} and the name.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum Field {
  TASK_KIND(Subject.TASK, "kind", Type.TEXT, Field::kind, f -> FactWords.kind(f.group())),
  TASK_TITLE(Subject.TASK, "title", Type.TEXT, f -> f.group().title(), f -> says("fact.by-title")),
  TASK_LANGUAGE(
      Subject.TASK,
      "language",
      Type.TEXT,
      f -> f.group().language().getLanguage(),
      f -> says("fact.by-language")),
  TASK_KEYWORDS(
      Subject.TASK,
      "keywords",
      Type.TEXTS,
      f -> f.group().keywords(),
      f -> says("fact.by-keywords")),
  TASK_REWARD(
      Subject.TASK,
      "reward",
      Type.NUMBER,
      f -> f.group().reward().amount().doubleValue(),
      f -> Sentence.of("fact.reward", f.group().reward())),
  TASK_CURRENCY(
      Subject.TASK,
      "currency",
      Type.TEXT,
      f -> f.group().reward().currency().getCurrencyCode(),
      f -> Sentence.of("fact.currency", f.group().reward().currency())),
  TASK_MINUTES(
      Subject.TASK,
      "minutes",
      Type.NUMBER,
      f -> minutes(f.group().allowed()),
      f -> Sentence.of("fact.allowed", f.group().allowed())),
  TASK_AVAILABLE(
      Subject.TASK,
      "available",
      Type.COUNT,
      f -> (long) f.group().available(),
      f -> Sentence.of("fact.available", f.group().available())),
  TASK_NEEDS(Subject.TASK, "needs", Type.TEXTS, Field::needs, Field::needWords),
  TASK_AUDIO(
      Subject.TASK,
      "audio",
      Type.YES_NO,
      f -> f.group().audioLength().isPresent(),
      f -> Sentence.of(f.group().audioLength().isPresent() ? "fact.audio" : "fact.no-audio")),
  TASK_SECONDS(
      Subject.TASK,
      "seconds",
      Type.NUMBER,
      f -> f.group().audioLength().map(length -> length.toMillis() / 1000.0),
      f ->
          f.group()
              .audioLength()
              .map(length -> Sentence.of("fact.seconds", length))
              .orElseGet(() -> Sentence.of("fact.no-audio"))),

  PAY_KNOWN(Subject.PAY, "known", Type.YES_NO, f -> f.hourly().isPresent(), FactWords::hourly),
  PAY_LOW(
      Subject.PAY,
      "low",
      Type.NUMBER,
      f -> f.hourly().map(range -> range.low().amount().doubleValue()),
      FactWords::hourly),
  PAY_HIGH(
      Subject.PAY,
      "high",
      Type.NUMBER,
      f -> f.hourly().map(range -> range.high().amount().doubleValue()),
      FactWords::hourly),
  PAY_AVERAGE(
      Subject.PAY,
      "average",
      Type.NUMBER,
      f -> f.earned().map(earned -> earned.average().amount().doubleValue()),
      FactWords::average),
  PAY_WORKERS(Subject.PAY, "workers", Type.COUNT, f -> (long) f.timedWorkers(), Field::timedWords),

  RATING_KNOWN(
      Subject.RATING,
      "known",
      Type.YES_NO,
      f -> f.reviews().overall().isPresent(),
      f -> FactWords.standing(f.reviews())),
  RATING_STATE(
      Subject.RATING,
      "state",
      Type.TEXT,
      f -> word(f.reviews().asked()),
      f -> FactWords.standing(f.reviews())),
  RATING_OVERALL(
      Subject.RATING,
      "overall",
      Type.NUMBER,
      f -> f.reviews().overall(),
      f -> FactWords.standing(f.reviews())),
  RATING_LOWER(Subject.RATING, "lower", Type.NUMBER, f -> f.reviews().lower(), Field::likelyWords),
  RATING_WORKERS(
      Subject.RATING,
      "workers",
      Type.COUNT,
      f -> answered(f, f.reviews().reviewers()),
      f -> FactWords.standing(f.reviews())),
  RATING_ACCESSIBILITY(
      Subject.RATING,
      "accessibility",
      Type.NUMBER,
      f -> f.reviews().accessibility(),
      Field::accessibilityWords),

  RATING_IMPORTED(
      Subject.RATING,
      "imported",
      Type.NUMBER,
      f -> f.reviews().imported().map(Facts.Imported::overall).orElse(OptionalDouble.empty()),
      f -> FactWords.imported(f.reviews())),
  RATING_IMPORTED_REVIEWS(
      Subject.RATING,
      "imported_reviews",
      Type.COUNT,
      f -> answered(f, f.reviews().imported().map(Facts.Imported::reviews).orElse(0)),
      f -> FactWords.imported(f.reviews())),

  REQUESTER_ID(
      Subject.REQUESTER,
      "id",
      Type.TEXT,
      f -> f.group().requester().id(),
      f -> says("fact.by-requester")),
  REQUESTER_NAME(
      Subject.REQUESTER,
      "name",
      Type.TEXT,
      f -> f.group().requester().name(),
      f -> says("fact.by-requester")),
  REQUESTER_UNJUST(
      Subject.REQUESTER,
      "unjust_rejections",
      Type.COUNT,
      f -> reported(f.reviews().reports().unjustRejections()),
      f -> FactWords.unjust(f.reviews())),
  REQUESTER_TERMS(
      Subject.REQUESTER,
      "terms_broken",
      Type.COUNT,
      f -> reported(f.reviews().reports().termsBroken()),
      f -> FactWords.terms(f.reviews())),
  REQUESTER_BROKEN(
      Subject.REQUESTER,
      "broken_tasks",
      Type.COUNT,
      f -> reported(f.reviews().reports().brokenTasks()),
      f -> FactWords.broken(f.reviews())),
  REQUESTER_UNPAID(
      Subject.REQUESTER,
      "unpaid_screening",
      Type.COUNT,
      f -> reported(f.reviews().reports().unpaidScreening()),
      f -> FactWords.unpaid(f.reviews())),
  REQUESTER_DECIDED(
      Subject.REQUESTER, "decided", Type.COUNT, f -> (long) f.decided(), Field::approvalWords),
  REQUESTER_APPROVAL(
      Subject.REQUESTER,
      "approval",
      Type.NUMBER,
      f -> f.decided() > 0 ? Optional.of((double) f.approved() / f.decided()) : Optional.empty(),
      Field::approvalWords),
  REQUESTER_DAYS(
      Subject.REQUESTER,
      "days_to_pay",
      Type.NUMBER,
      f -> f.timeToPay().map(time -> minutes(time) / (24 * 60)),
      Field::paysWords),

  ME_SEES(Subject.ME, "sees", Type.YES_NO, f -> can(f, Need.SIGHT), Field::needWords),
  ME_HEARS(Subject.ME, "hears", Type.YES_NO, f -> can(f, Need.HEARING), Field::needWords),
  ME_SPEAKS(Subject.ME, "speaks", Type.YES_NO, f -> can(f, Need.SPEECH), Field::needWords),
  ME_MICROPHONE(
      Subject.ME, "microphone", Type.YES_NO, f -> can(f, Need.MICROPHONE), Field::needWords),
  ME_CAMERA(Subject.ME, "camera", Type.YES_NO, f -> can(f, Need.CAMERA), Field::needWords),
  ME_QUALIFIED(
      Subject.ME, "qualified", Type.YES_NO, f -> f.group().isQualified(), Field::qualifiedWords),
  ME_COULD_QUALIFY(
      Subject.ME,
      "could_qualify",
      Type.YES_NO,
      f -> f.group().couldQualify(),
      Field::qualifiedWords),
  ME_DONE(Subject.ME, "done_for_requester", Type.COUNT, f -> done(f, Done::all), FactWords::done),
  ME_APPROVED(
      Subject.ME,
      "approved_by_requester",
      Type.COUNT,
      f -> done(f, Done::approved),
      FactWords::done),
  ME_REJECTED(
      Subject.ME,
      "rejected_by_requester",
      Type.COUNT,
      f -> done(f, Done::rejected),
      FactWords::done),
  ME_PENDING(
      Subject.ME,
      "pending_with_requester",
      Type.COUNT,
      f -> done(f, Done::pending),
      FactWords::done),
  ME_IN_GROUP(
      Subject.ME, "done_in_group", Type.COUNT, f -> done(f, Done::inGroup), Field::inGroupWords),
  ME_FLOOR(Subject.ME, "floor", Type.NUMBER, Field::floor, Field::floorWords);

  private final String label;
  private final Type type;
  private final Function<Facts, Object> value;
  private final Function<Facts, Sentence> words;

  Field(
      Subject subject,
      String name,
      Type type,
      Function<Facts, Object> value,
      Function<Facts, Sentence> words) {
    this.label = word(subject) + "." + name;
    this.type = type;
    this.value = value;
    this.words = words;
  }

  /** As it is written in an expression, such as {@code pay.low}. */
  public String label() {
    return label;
  }

  public Type type() {
    return type;
  }

  /** What it means, for the manual. */
  public Sentence meaning() {
    return Sentence.of("field." + label.replace('_', '-'));
  }

  /** A boolean, long, double, string or list of strings; empty where it is not known. */
  Optional<Object> value(Facts facts) {
    return switch (value.apply(facts)) {
      case Optional<?> some -> some.map(known -> known);
      case OptionalDouble some ->
          some.isPresent() ? Optional.of(some.getAsDouble()) : Optional.empty();
      case Object known -> Optional.of(known);
    };
  }

  /** How it stands with this task, as a part of a sentence; also where it is not known. */
  Sentence words(Facts facts) {
    return words.apply(facts);
  }

  static Optional<Field> of(String label) {
    return Optional.ofNullable(ByLabel.FIELDS.get(label));
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Field::label).toList();
  }

  /** What a field is about: the part before the point. */
  enum Subject {
    TASK,
    PAY,
    RATING,
    REQUESTER,
    ME
  }

  /** What kind of value a field has. */
  public enum Type {
    YES_NO,
    COUNT,
    NUMBER,
    TEXT,
    TEXTS
  }

  private static final class ByLabel {
    static final java.util.Map<String, Field> FIELDS =
        Arrays.stream(values()).collect(Collectors.toMap(Field::label, field -> field));
  }

  private static Object kind(Facts facts) {
    return word(facts.group().kind());
  }

  private static Object needs(Facts facts) {
    return facts.group().needs().stream().sorted().map(Field::word).toList();
  }

  private static Object can(Facts facts, Need need) {
    return facts.me().can().contains(need);
  }

  private static Object answered(Facts facts, int count) {
    return facts.reviews().answered() ? Optional.of((long) count) : Optional.empty();
  }

  private static Object done(Facts facts, ToIntFunction<Done> count) {
    return facts.me().history().with(facts.group()).map(done -> (long) count.applyAsInt(done));
  }

  private static Sentence inGroupWords(Facts facts) {
    return facts
        .me()
        .history()
        .with(facts.group())
        .map(done -> Sentence.of("fact.done-in-group", done.inGroup()))
        .orElseGet(() -> Sentence.of("fact.done-unknown"));
  }

  private static Object reported(OptionalInt count) {
    return count.isPresent() ? Optional.of((long) count.getAsInt()) : Optional.empty();
  }

  /** No floor is a floor of nothing; a floor that cannot be converted is not known. */
  private static Object floor(Facts facts) {
    return facts.me().floor().isEmpty()
        ? Optional.of(0.0)
        : facts.floor().map(floor -> floor.amount().doubleValue());
  }

  private static double minutes(Duration time) {
    return time.toMillis() / 60_000.0;
  }

  private static Sentence needWords(Facts facts) {
    var lacking = facts.me().lacks(facts.group());
    if (!lacking.isEmpty()) {
      return FactWords.needs(lacking);
    }
    return facts.group().needs().isEmpty()
        ? Sentence.of("fact.needs-nothing")
        : FactWords.needs(facts.group().needs());
  }

  private static Sentence qualifiedWords(Facts facts) {
    return facts.group().isQualified()
        ? Sentence.of("qualify.you-do")
        : FactWords.unqualified(facts.group());
  }

  private static Sentence timedWords(Facts facts) {
    return facts.hourly().isPresent() && !facts.hourlyEstimated()
        ? Sentence.of(facts.hourlyEarned() ? "fact.earned-by" : "fact.timed", facts.timedWorkers())
        : FactWords.hourly(facts);
  }

  private static Sentence likelyWords(Facts facts) {
    return facts.reviews().lower().isPresent()
        ? Sentence.of(
            "fact.likely",
            FactWords.standing(facts.reviews()),
            facts.reviews().lower().getAsDouble())
        : FactWords.standing(facts.reviews());
  }

  private static Sentence accessibilityWords(Facts facts) {
    return facts.reviews().accessibility().isPresent()
        ? Sentence.of("fact.accessibility", facts.reviews().accessibility().getAsDouble())
        : facts.reviews().asked() == Facts.Asked.RATED
            ? Sentence.of("fact.accessibility-unmarked")
            : FactWords.standing(facts.reviews());
  }

  private static Sentence approvalWords(Facts facts) {
    return facts.decided() > 0
        ? Sentence.of("fact.approved", facts.approved(), facts.decided())
        : Sentence.of("fact.undecided");
  }

  private static Sentence paysWords(Facts facts) {
    return facts
        .timeToPay()
        .map(time -> Sentence.of("fact.pays", time))
        .orElseGet(() -> Sentence.of("fact.pays-unknown"));
  }

  private static Sentence floorWords(Facts facts) {
    if (facts.me().floor().isPresent() && facts.floor().isEmpty()) {
      return Sentence.of("fact.floor-unknown", facts.group().reward().currency());
    }
    Optional<MoneyRange> hourly = facts.hourly();
    return hourly.isPresent() ? FactWords.hourly(facts) : Sentence.of("fact.hourly-unknown");
  }

  private static Sentence says(String key) {
    return Sentence.of(key);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
