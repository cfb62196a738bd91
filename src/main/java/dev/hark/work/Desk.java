package dev.hark.work;

import dev.hark.audio.Player;
import dev.hark.filter.NamedFilter;
import dev.hark.journal.Journal;
import dev.hark.journal.Outbox;
import dev.hark.market.Choice;
import dev.hark.market.Earnings;
import dev.hark.market.Marketplace;
import dev.hark.market.OfferList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a session works with. Whoever made these closes them.
 *
 * @param market where tasks come from
 * @param journal the client's own store; the requesters that it hides are hidden besides those of
 *     the choice
 * @param outbox hands answers in, over the same journal and market
 * @param player plays the tasks' sounds
 * @param decoder reads the tasks' sounds
 * @param choice who works, and what they want to see
 * @param clock tells the time; its zone is where the worker's day begins
 */
public record Desk(
    Marketplace market,
    Journal journal,
    Outbox outbox,
    Player player,
    Decoder decoder,
    Choice choice,
    Clock clock) {

  /**
   * What the market offers now.
   *
   * @param condition besides the choice's filters
   */
  OfferList offers(Optional<NamedFilter> condition) {
    List<NamedFilter> filters = new ArrayList<>(choice.filters());
    condition.ifPresent(filters::add);
    return OfferList.of(market, choice.with(filters).hiding(journal.hiddenRequesters()));
  }

  Earnings earnings() {
    return market.earnings(clock.getZone());
  }
}
