package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.filter.FactWords;
import dev.hark.filter.Facts;
import dev.hark.review.Rating;
import dev.hark.review.Standing;
import dev.hark.review.Sureness;
import dev.hark.task.Money;
import dev.hark.task.TaskGroup;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that is known of one offer, sentence by sentence. */
final class OfferDetails {
  private static final int KEYWORDS = 12;
  private static final double ANOTHER_PICTURE = 0.3;

  private final Offer offer;
  private final Overlay overlay;
  private final Facts facts;
  private final List<Sentence> lines = new ArrayList<>();

  private OfferDetails(Offer offer, Overlay overlay) {
    this.offer = offer;
    this.overlay = overlay;
    this.facts = overlay.facts(offer);
  }

  static List<Sentence> of(Offer offer, Overlay overlay) {
    OfferDetails details = new OfferDetails(offer, overlay);
    details.warnings();
    details.work();
    details.pay();
    details.requester();
    return List.copyOf(details.lines);
  }

  private void warnings() {
    OfferWords.warnings(facts).forEach(warning -> say("offer.part", warning));
  }

  private void work() {
    TaskGroup group = offer.group();
    String title = Plain.name(group.title());
    if (title.isEmpty()) {
      say("offer.detail.no-title");
    } else {
      say("offer.detail.title", new Theirs(title, group.language()));
    }
    say("offer.detail.kind", FactWords.kind(group), group.language(), group.available());
    if (!group.needs().isEmpty()) {
      say("offer.part", FactWords.needs(group.needs()));
    }
    List<String> keywords =
        group.keywords().stream()
            .map(Plain::name)
            .filter(word -> !word.isEmpty())
            .limit(KEYWORDS)
            .toList();
    if (!keywords.isEmpty()) {
      say("offer.detail.keywords", new Theirs(String.join(", ", keywords), group.language()));
    }
    say("offer.detail.allowed", group.allowed());
  }

  private void pay() {
    lines.add(OfferWords.pay(facts));
    offer.group().bonus().ifPresent(bonus -> say("offer.detail.bonus", bonus));
    if (facts.hourlyEstimated()) {
      say("offer.detail.estimate");
    } else if (facts.hourly().isPresent()) {
      say(
          facts.hourlyEarned() ? "offer.detail.earned-by" : "offer.detail.timed",
          facts.timedWorkers());
    }
    facts
        .earned()
        .ifPresent(earned -> say("offer.detail.average", earned.average(), earned.tasks()));
    facts.me().floor().ifPresent(this::floor);
  }

  private void floor(Money own) {
    Optional<Money> here = facts.floor();
    if (here.isEmpty()) {
      say("offer.detail.floor-unknown", own, currency());
    } else if (here.get().currency().equals(own.currency())) {
      say("offer.detail.floor", own);
    } else {
      var day = overlay.rates().day();
      say("offer.detail.floor-rate", own, here.get(), day);
    }
    overlay
        .pay()
        .from()
        .ifPresent(
            line -> say("pay.floor-from", line.kind().words(), line.placeName(), line.whom()));
    lines.addAll(overlay.pay().doubts(Set.of(currency())));
  }

  private void requester() {
    say("offer.requester", OfferWords.name(requesterName()), FactWords.standing(facts.reviews()));
    if (offer.standing() instanceof Standing.Rated rated) {
      rated(rated);
    }
    OfferWords.imported(offer).ifPresent(lines::add);
    OfferWords.reports(facts.reviews()).stream()
        .filter(report -> !report.many())
        .forEach(report -> say("offer.part", report.words()));
    if (offer.decided() > 0) {
      say("offer.detail.approved", offer.approved(), offer.decided());
    } else {
      say("offer.detail.undecided");
    }
    offer.timeToPay().ifPresent(time -> say("offer.detail.pays", time));
    OfferWords.done(facts).ifPresent(lines::add);
  }

  private void rated(Standing.Rated rated) {
    Rating rating = rated.rating();
    if (rating.overall().isPresent()) {
      say("offer.detail.sure", Sureness.of(rating).sentence(), rating.lower());
      rating.lately().ifPresent(lately -> lately(rating.overall().getAsDouble(), lately));
    }
    rated.asOf().ifPresent(said -> say("offer.detail.rated-at", said));
    if (!rating.means().isEmpty()) {
      say("offer.detail.marks", ReviewWords.marks(rating.means()));
    }
    rated.wage().ifPresent(wage -> say("offer.detail.wage", wage, rating.reviewers()));
  }

  /** Told only where it is another picture: a third of a mark or so away. */
  private void lately(double overall, Rating.Lately lately) {
    if (lately.recent().isPresent() && differs(overall, lately.recent().getAsDouble())) {
      say("offer.detail.recent", lately.recent().getAsDouble(), lately.recentReviewers());
    } else if (lately.recent().isEmpty()
        && lately.faded().isPresent()
        && differs(overall, lately.faded().getAsDouble())) {
      say("offer.detail.faded", lately.faded().getAsDouble());
    }
  }

  private static boolean differs(double overall, double other) {
    return Math.abs(overall - other) >= ANOTHER_PICTURE - 1e-9;
  }

  private String requesterName() {
    return offer.group().requester().name();
  }

  private Currency currency() {
    return offer.group().reward().currency();
  }

  private void say(String key, Object... args) {
    lines.add(Sentence.of(key, args));
  }
}
