package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.market.Offer;
import java.util.List;

/**
 * What a worker is shown of a market.
 *
 * @param offers what is kept, in the order of presentation
 * @param summary how many fit and how many are hidden, why, and under which filter
 */
public record Listing(List<Offer> offers, List<Sentence> summary) {
  public Listing {
    offers = List.copyOf(offers);
    summary = List.copyOf(summary);
  }
}
