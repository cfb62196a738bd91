package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.filter.ListRule;
import dev.hark.filter.NamedFilter;
import dev.hark.filter.SensesFilter;
import dev.hark.filter.Verdict;
import dev.hark.market.Judged.HiddenBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a market offers, judged and put in order. Never changes; {@link #rejudge} makes a new list
 * when more is known.
 */
public final class OfferList {
  private static final int PAGE = 1000;
  private static final int MOST = 100_000;

  private final Choice choice;
  private final Overlay overlay;
  private final List<Offer> inMarketOrder;
  private final List<Judged> kept;
  private final List<Judged> hidden;
  private final int leftOut;

  private OfferList(Choice choice, Overlay overlay, List<Offer> offers, int leftOut) {
    this.choice = choice;
    this.overlay = overlay;
    this.inMarketOrder = List.copyOf(offers);
    this.leftOut = leftOut;
    List<Judged> keep = new ArrayList<>();
    List<Judged> hide = new ArrayList<>();
    for (Offer offer : offers) {
      Judged judged = judge(offer);
      (judged.kept() ? keep : hide).add(judged);
    }
    this.kept = choice.order().sort(keep);
    this.hidden = choice.order().sort(hide);
  }

  /**
   * Pulls all pages of a market and judges what is on them. Throws what {@link Marketplace#offers}
   * throws; a market that gives the same page for ever is read once.
   */
  public static OfferList of(Marketplace market, Choice choice) {
    Map<String, Offer> offers = new LinkedHashMap<>();
    Set<String> cursors = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    int leftOut = 0;
    do {
      Marketplace.OfferPage page = market.offers(cursor, PAGE);
      page.offers().forEach(offer -> offers.putIfAbsent(offer.group().id(), offer));
      leftOut += page.leftOut();
      cursor = page.next().filter(cursors::add);
    } while (cursor.isPresent() && offers.size() < MOST);
    return of(offers.values(), choice, leftOut);
  }

  /** Judges offers that are at hand, in the market's order. */
  public static OfferList of(Collection<Offer> offers, Choice choice) {
    return of(offers, choice, 0);
  }

  private static OfferList of(Collection<Offer> offers, Choice choice, int leftOut) {
    return new OfferList(
        choice, new Overlay(choice.me(), choice.pay()), List.copyOf(offers), leftOut);
  }

  /**
   * The list with newer offers in the place of older ones, all verdicts made again: for ratings
   * that arrive late, a standing that changes, a source that goes down or comes back. Offers that
   * the list does not have are added at the end.
   */
  public OfferList rejudge(Collection<Offer> newer) {
    Map<String, Offer> offers = new LinkedHashMap<>();
    inMarketOrder.forEach(offer -> offers.put(offer.group().id(), offer));
    newer.forEach(offer -> offers.put(offer.group().id(), offer));
    return new OfferList(choice, overlay, List.copyOf(offers.values()), leftOut);
  }

  /** The list with what is known of its requesters now; this one where that is nothing new. */
  public OfferList rated(Ratings ratings) {
    List<Offer> newer = new ArrayList<>();
    for (Offer offer : inMarketOrder) {
      Offer now = ratings.on(offer);
      if (!now.standing().equals(offer.standing())) {
        newer.add(now);
      }
    }
    return newer.isEmpty() ? this : rejudge(newer);
  }

  /** The same offers, chosen differently. */
  public OfferList rejudge(Choice other) {
    return new OfferList(other, new Overlay(other.me(), other.pay()), inMarketOrder, leftOut);
  }

  /** What is kept, in order. */
  public List<Judged> kept() {
    return kept;
  }

  /** What is hidden, in the same order. */
  public List<Judged> hidden() {
    return hidden;
  }

  /** The kept offers, and behind them the hidden ones where they are asked for too. */
  public List<Offer> offers(boolean withHidden) {
    List<Offer> offers = new ArrayList<>();
    kept.forEach(judged -> offers.add(judged.offer()));
    if (withHidden) {
      hidden.forEach(judged -> offers.add(judged.offer()));
    }
    return offers;
  }

  /** How many groups of the market made no sense and are not in this list. */
  public int leftOut() {
    return leftOut;
  }

  /** How many are hidden, by what hides them. */
  public Map<HiddenBy, Integer> counts() {
    Map<HiddenBy, Integer> counts = new HashMap<>();
    hidden.forEach(judged -> judged.hiddenBy().ifPresent(by -> counts.merge(by, 1, Integer::sum)));
    return counts;
  }

  /** How many fit and how many are hidden and why, and under which filter; a few sentences. */
  public List<Sentence> summary() {
    return ListWords.summary(this, choice);
  }

  /**
   * What fits in this list and did not in an older one, and what is hidden now and was not; empty
   * where neither is so. What the market no longer has is not told.
   */
  public Optional<Sentence> changeSince(OfferList before) {
    return ListWords.change(before, this);
  }

  /** Why one of this list is shown or hidden. */
  public Explanation explain(Judged judged) {
    return Explanation.of(judged, choice);
  }

  private Judged judge(Offer offer) {
    Facts facts = overlay.facts(offer);
    if (choice.hiddenRequesters().contains(offer.group().requester().id())) {
      return hidden(offer, facts, HiddenBy.REQUESTER, List.of(Sentence.of("list.by-requester")));
    }
    Optional<ListRule> block = choice.lists().blocked().matching(offer.group());
    if (block.isPresent()) {
      return hidden(
          offer, facts, HiddenBy.BLOCK, List.of(Sentence.of("list.by-block", block.get().words())));
    }
    if (new SensesFilter().judge(facts) instanceof Verdict.Hidden(var reasons)) {
      return hidden(offer, facts, HiddenBy.SENSES, reasons);
    }
    if (choice.lists().included().matching(offer.group()).isPresent()) {
      return new Judged(offer, facts, Optional.empty(), List.of());
    }
    List<Sentence> reasons = new ArrayList<>();
    for (NamedFilter filter : choice.filters()) {
      if (filter.judge(facts) instanceof Verdict.Hidden(var more)) {
        more.stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
      }
    }
    return reasons.isEmpty()
        ? new Judged(offer, facts, Optional.empty(), List.of())
        : hidden(offer, facts, HiddenBy.FILTER, reasons);
  }

  private static Judged hidden(Offer offer, Facts facts, HiddenBy by, List<Sentence> reasons) {
    return new Judged(offer, facts, Optional.of(by), reasons);
  }
}
