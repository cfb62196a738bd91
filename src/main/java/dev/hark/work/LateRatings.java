package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.market.Judged;
import dev.hark.market.Offer;
import dev.hark.market.OfferList;
import dev.hark.market.OfferWords;
import dev.hark.market.Ratings;
import dev.hark.review.Standing;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ratings that come, change or go missing behind a list that is there already: verdicts are made
 * again before the next key counts, and what changed is told between tasks.
 */
final class LateRatings {
  private final Session session;
  private final Deque<Sentence> waiting = new ArrayDeque<>();
  private long seen;
  private Optional<Instant> down = Optional.empty();

  LateRatings(Session session) {
    this.session = session;
  }

  private Ratings ratings() {
    return session.desk().market().ratings();
  }

  /** A list is about to be read, with what is known now. */
  void reading() {
    seen = ratings().version();
    down = ratings().downSince();
  }

  /** The list with what is known since; empty where nothing is. */
  Optional<OfferList> arrived(OfferList before) {
    long now = ratings().version();
    if (now == seen) {
      return Optional.empty();
    }
    seen = now;
    OfferList after = before.rated(ratings());
    return after == before ? Optional.empty() : Optional.of(after);
  }

  /**
   * The offers that are shown, in their order, with what is known now; what fits since is last.
   *
   * @param withHidden whether hidden ones are shown too
   * @param skipped ids that are not shown again
   */
  static List<Offer> shown(
      List<Offer> offers,
      OfferList before,
      OfferList after,
      boolean withHidden,
      Set<String> skipped) {
    Map<String, Offer> visible = byId(after.offers(withHidden));
    Set<String> fitted = byId(before.offers(withHidden)).keySet();
    List<Offer> shown = new ArrayList<>();
    for (Offer offer : offers) {
      Offer now = visible.remove(id(offer));
      if (now != null) {
        shown.add(now);
      }
    }
    visible.values().stream()
        .filter(offer -> !fitted.contains(id(offer)) && !skipped.contains(id(offer)))
        .forEach(shown::add);
    return shown;
  }

  private static Map<String, Offer> byId(List<Offer> offers) {
    Map<String, Offer> byId = new LinkedHashMap<>();
    offers.forEach(offer -> byId.put(id(offer), offer));
    return byId;
  }

  /** Has told, when nothing plays, whether the source went down or came back, and what changed. */
  void tell(OfferList before, OfferList after) {
    Optional<Instant> now = ratings().downSince();
    if (now.isPresent() && down.isEmpty()) {
      waiting.add(Sentence.of("list.ratings-missing", now.get()));
    } else if (now.isEmpty() && down.isPresent()) {
      waiting.add(Sentence.of("list.ratings-back"));
    }
    down = now;
    after.changeSince(before).ifPresent(waiting::add);
  }

  void tell(Sentence more) {
    waiting.add(more);
  }

  /** What was not known of the requester when their task was told, and is now. */
  void tellStanding(Offer told, Offer now, Facts.Me me) {
    boolean wasOpen =
        told.standing() instanceof Standing.NotAsked
            || told.standing() instanceof Standing.SourceDown;
    boolean isKnown =
        now.standing() instanceof Standing.Rated || now.standing() instanceof Standing.NoReviews;
    if (wasOpen && isKnown) {
      OfferWords.newStanding(told, now, me).forEach(waiting::add);
    }
  }

  boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /** Tells what waits, where that disturbs nobody. */
  void news() {
    if (!session.desk().player().playing()) {
      all();
    }
  }

  /** Tells what waits. */
  void all() {
    while (!waiting.isEmpty()) {
      session.say().news(waiting.remove());
    }
  }

  static boolean hides(OfferList list, String groupId) {
    return list.hidden().stream().map(Judged::offer).anyMatch(offer -> id(offer).equals(groupId));
  }

  private static String id(Offer offer) {
    return offer.group().id();
  }
}
