package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.filter.FactWords;
import dev.hark.filter.Facts;
import dev.hark.review.Review;
import dev.hark.task.Need;
import dev.hark.task.TaskGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * An offer in words, always in the same order: warnings, kind and length, pay and pay per hour, the
 * requester and their standing, time allowed.
 */
public final class OfferWords {
  private OfferWords() {}

  /** One sentence to choose by. */
  public static Sentence sentence(Offer offer, Facts.Me me) {
    return sentence(new Overlay(me).facts(offer));
  }

  /** The same, from facts that are at hand. */
  public static Sentence sentence(Facts facts) {
    List<Sentence> parts = new ArrayList<>();
    warnings(facts).forEach(warning -> parts.add(Sentence.of("offer.part", warning)));
    parts.add(Sentence.of("offer.part", FactWords.kind(facts.group())));
    parts.add(pay(facts));
    parts.add(
        Sentence.of("offer.requester", requester(facts), FactWords.standing(facts.reviews())));
    parts.add(Sentence.of("offer.allowed", facts.group().allowed()));
    return joined(parts);
  }

  /** "18 cents and up to 6 cents for closeness, about 15 to 19 euros an hour." */
  static Sentence pay(Facts facts) {
    return facts
        .group()
        .bonus()
        .map(
            bonus ->
                Sentence.of(
                    "offer.pay-bonus", facts.group().reward(), FactWords.hourly(facts), bonus))
        .orElseGet(() -> Sentence.of("offer.pay", facts.group().reward(), FactWords.hourly(facts)));
  }

  /**
   * What a worker should hear before anything else; parts of a sentence without a full stop. That
   * they do not qualify comes first, then unjust rejections. Reports count where at least one
   * reviewer in ten makes them; the details tell those of fewer.
   */
  public static List<Sentence> warnings(Facts facts) {
    List<Sentence> warnings = new ArrayList<>();
    if (!facts.group().isQualified()) {
      warnings.add(FactWords.unqualified(facts.group()));
    }
    reports(facts.reviews()).stream()
        .filter(Reported::many)
        .forEach(report -> warnings.add(report.words()));
    Set<Need> lacking = facts.me().lacks(facts.group());
    if (!lacking.isEmpty()) {
      warnings.add(FactWords.needs(lacking));
    }
    return List.copyOf(warnings);
  }

  /**
   * "Judge adverts, Quick Ads: about 6 dollars an hour; no reviews yet." for each; those of which
   * the same would be said are counted.
   */
  public static List<Sentence> why(List<Judged> hidden) {
    Map<Sentence, Integer> counts = new LinkedHashMap<>();
    for (Judged one : hidden) {
      Sentence why =
          Sentence.of(
              "list.why",
              FactWords.kind(one.offer().group()),
              requester(one.facts()),
              reasons(one));
      counts.merge(why, 1, Integer::sum);
    }
    List<Sentence> lines = new ArrayList<>();
    counts.forEach(
        (why, count) -> {
          List<Object> args = new ArrayList<>(why.args());
          args.add(count);
          lines.add(count == 1 ? why : new Sentence("list.why-several", args));
        });
    return List.copyOf(lines);
  }

  static Sentence reasons(Judged hidden) {
    Sentence reasons = hidden.reasons().getFirst();
    for (Sentence more : hidden.reasons().subList(1, hidden.reasons().size())) {
      reasons = Sentence.of("list.reasons", reasons, more);
    }
    return reasons;
  }

  /** Everything else that is known, one thing a sentence, the weightiest first. */
  public static List<Sentence> details(Offer offer, Facts.Me me) {
    return OfferDetails.of(offer, new Overlay(me));
  }

  /** The same, held against what the choice holds pay against. */
  public static List<Sentence> details(Offer offer, Choice choice) {
    return OfferDetails.of(offer, new Overlay(choice.me(), choice.pay()));
  }

  /** "Radio Archive, 4.6 from 38 workers." */
  public static Sentence standing(Offer offer) {
    return Sentence.of(
        "offer.requester",
        name(offer.group().requester().name()),
        FactWords.standing(Overlay.reviews(offer.standing())));
  }

  /** "Imported: 4.1 from 212 reviews on Turkopticon."; empty where nothing was. */
  public static Optional<Sentence> imported(Offer offer) {
    return offer
        .imported()
        .map(
            some ->
                Sentence.of(
                    "offer.part",
                    FactWords.imported(Overlay.reviews(offer.standing()).with(offer.imported()))));
  }

  /** "You did 12 for Radio Archive: 11 approved and 1 rejected."; empty where it is not known. */
  static Optional<Sentence> done(Facts facts) {
    return facts
        .me()
        .history()
        .with(facts.group())
        .map(
            done ->
                done.all() == 0
                    ? Sentence.of("offer.detail.done-nothing", requester(facts))
                    : Sentence.of(
                        "offer.detail.done",
                        done.all(),
                        requester(facts),
                        FactWords.outcome(done)));
  }

  /** How a requester stands, where that was not known before; the warnings in it first. */
  public static List<Sentence> newStanding(Offer told, Offer now, Facts.Me me) {
    Overlay overlay = new Overlay(me);
    List<Sentence> before = warnings(overlay.facts(told));
    List<Sentence> parts = new ArrayList<>();
    warnings(overlay.facts(now)).stream()
        .filter(warning -> !before.contains(warning))
        .forEach(warning -> parts.add(Sentence.of("offer.part", warning)));
    parts.add(standing(now));
    return List.copyOf(parts);
  }

  /** "transcribe 8 seconds of speech, Radio Archive, 18 cents": to know it again by. */
  public static Sentence brief(TaskGroup group) {
    return Sentence.of(
        "offer.brief", FactWords.kind(group), name(group.requester().name()), group.reward());
  }

  /** One review: when, the marks, what was reported, and the reviewer's words. */
  public static Sentence review(Review review) {
    return ReviewWords.of(review);
  }

  /** What reviewers report, the gravest first; without what nobody reports or nobody counts. */
  static List<Reported> reports(Facts.Reviews reviews) {
    Facts.Reports reports = reviews.reports();
    List<Reported> all = new ArrayList<>();
    report(all, reports.unjustRejections(), reviews, FactWords::unjust);
    report(all, reports.termsBroken(), reviews, FactWords::terms);
    report(all, reports.brokenTasks(), reviews, FactWords::broken);
    report(all, reports.unpaidScreening(), reviews, FactWords::unpaid);
    return all;
  }

  private static void report(
      List<Reported> all,
      OptionalInt count,
      Facts.Reviews reviews,
      Function<Facts.Reviews, Sentence> words) {
    if (count.orElse(0) > 0) {
      all.add(new Reported(words.apply(reviews), count.getAsInt() * 10L >= reviews.reviewers()));
    }
  }

  /**
   * One kind of report.
   *
   * @param many whether one reviewer in ten makes it
   */
  record Reported(Sentence words, boolean many) {}

  static Sentence joined(List<Sentence> parts) {
    Sentence all = parts.getFirst();
    for (Sentence part : parts.subList(1, parts.size())) {
      all = Sentence.of("offer.join", all, part);
    }
    return all;
  }

  static Object name(String words) {
    String name = Plain.name(words);
    return name.isEmpty() ? Sentence.of("offer.no-name") : new Theirs(name);
  }

  private static Object requester(Facts facts) {
    return name(facts.group().requester().name());
  }
}
