package dev.hark.cli.command;

import dev.hark.filter.Facts;
import dev.hark.market.Judged;
import dev.hark.market.Offer;
import dev.hark.market.OfferWords;
import dev.hark.review.Rating;
import dev.hark.review.Report;
import dev.hark.review.Standing;
import dev.hark.task.Money;
import dev.hark.task.TaskGroup;
import dev.hark.task.UnmetWords;
import dev.hark.wire.MoneyJson;
import dev.hark.wording.Wording;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** A judged offer as JSON: every figure, and the same words that are said. */
final class OfferJson {
  private final Wording wording;

  OfferJson(Wording wording) {
    this.wording = wording;
  }

  Map<String, Object> of(Judged judged) {
    Offer offer = judged.offer();
    TaskGroup group = offer.group();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", group.id());
    json.put("title", group.title());
    json.put("kind", word(group.kind()));
    json.put("language", group.language().toLanguageTag());
    json.put("requester", Map.of("id", group.requester().id(), "name", group.requester().name()));
    json.put("reward", money(group.reward()));
    group.bonus().ifPresent(bonus -> json.put("bonus", money(bonus)));
    offer
        .hourly()
        .ifPresent(
            pay ->
                json.put(
                    "hourly",
                    Map.of(
                        "low", money(pay.low()),
                        "high", money(pay.high()),
                        "workers", pay.workers())));
    offer
        .earned()
        .ifPresent(
            earned ->
                json.put(
                    "earned",
                    Map.of(
                        "average", money(earned.average()),
                        "tasks", earned.tasks(),
                        "hourly", earned.range().isPresent())));
    judged.facts().floor().ifPresent(floor -> json.put("floor", money(floor)));
    json.put("rating", rating(judged.facts().reviews(), offer.standing()));
    json.put("decided", offer.decided());
    json.put("approved", offer.approved());
    offer.timeToPay().ifPresent(time -> json.put("secondsToPay", time.toSeconds()));
    json.put("needs", group.needs().stream().sorted().map(OfferJson::word).toList());
    json.put("qualified", group.isQualified());
    json.put("couldQualify", group.couldQualify());
    json.put("unmet", group.unmet().stream().map(UnmetWords::one).map(wording::say).toList());
    json.put("allowedSeconds", group.allowed().toSeconds());
    group.audioLength().ifPresent(length -> json.put("audioSeconds", seconds(length)));
    json.put("available", group.available());
    json.put("keywords", group.keywords());
    json.put("text", wording.say(OfferWords.sentence(judged.facts())));
    json.put("warnings", OfferWords.warnings(judged.facts()).stream().map(wording::say).toList());
    judged.hiddenBy().ifPresent(by -> json.put("hiddenBy", word(by)));
    json.put("reasons", judged.reasons().stream().map(wording::say).toList());
    return json;
  }

  private static Map<String, Object> rating(Facts.Reviews reviews, Standing standing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", word(reviews.asked()));
    reviews.downSince().ifPresent(since -> json.put("since", since));
    if (standing instanceof Standing.Rated(var rating, var asOf, var wage)) {
      json.put("workers", rating.reviewers());
      rating.overall().ifPresent(overall -> json.put("overall", overall));
      reviews.lower().ifPresent(lower -> json.put("lower", lower));
      Map<String, Double> means = new LinkedHashMap<>();
      rating.means().forEach((attribute, mean) -> means.put(word(attribute), mean));
      json.put("means", means);
      reports(json, rating);
      asOf.ifPresent(said -> json.put("asOf", said));
      wage.ifPresent(hourly -> json.put("hourlyWage", money(hourly)));
    }
    return json;
  }

  /** How many people report what; what is not known is absent. */
  static void reports(Map<String, Object> json, Rating rating) {
    report(json, "unjustRejections", rating.reported(Report.UNJUST_REJECTIONS));
    report(json, "termsBroken", rating.reported(Report.TERMS_BROKEN));
    report(json, "brokenTasks", rating.reported(Report.BROKEN_TASKS));
    report(json, "unpaidScreening", rating.reported(Report.UNPAID_SCREENING));
  }

  private static void report(Map<String, Object> json, String name, OptionalInt count) {
    count.ifPresent(known -> json.put(name, known));
  }

  private static MoneyJson money(Money money) {
    return MoneyJson.of(money);
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1000.0;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
