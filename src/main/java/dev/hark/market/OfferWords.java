package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.filter.FactWords;
import dev.hark.filter.Facts;
import dev.hark.review.Review;
import dev.hark.task.Need;
import dev.hark.task.TaskGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    parts.add(Sentence.of("offer.pay", facts.group().reward(), FactWords.hourly(facts)));
    parts.add(
        Sentence.of("offer.requester", requester(facts), FactWords.standing(facts.reviews())));
    parts.add(Sentence.of("offer.allowed", facts.group().allowed()));
    return joined(parts);
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
    if (many(facts.reviews().unjustRejections(), facts.reviews())) {
      warnings.add(FactWords.unjust(facts.reviews()));
    }
    if (many(facts.reviews().termsBroken(), facts.reviews())) {
      warnings.add(FactWords.terms(facts.reviews()));
    }
    Set<Need> lacking = facts.me().lacks(facts.group());
    if (!lacking.isEmpty()) {
      warnings.add(FactWords.needs(lacking));
    }
    return List.copyOf(warnings);
  }

  /** "Judge adverts, Quick Ads: about 6 dollars an hour; no reviews yet." */
  public static Sentence why(Judged hidden) {
    return Sentence.of(
        "list.why",
        FactWords.kind(hidden.offer().group()),
        requester(hidden.facts()),
        reasons(hidden));
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

  /** "transcribe 8 seconds of speech, Radio Archive, 18 cents": to know it again by. */
  public static Sentence brief(TaskGroup group) {
    return Sentence.of(
        "offer.brief", FactWords.kind(group), name(group.requester().name()), group.reward());
  }

  /** One review: when, the marks, what was reported, and the reviewer's words. */
  public static Sentence review(Review review) {
    return ReviewWords.of(review);
  }

  private static boolean many(int reports, Facts.Reviews reviews) {
    return reports > 0 && reports * 10 >= reviews.reviewers();
  }

  static Sentence joined(List<Sentence> parts) {
    Sentence all = parts.getFirst();
    for (Sentence part : parts.subList(1, parts.size())) {
      all = Sentence.of("offer.join", all, part);
    }
    return all;
  }

  static Object name(String words) {
    String name = Plain.name(words);
    return name.isEmpty() ? Sentence.of("offer.no-name") : name;
  }

  private static Object requester(Facts facts) {
    return name(facts.group().requester().name());
  }
}
