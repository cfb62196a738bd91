package dev.hark.work;

import dev.hark.audio.Player;
import dev.hark.journal.Journal;
import dev.hark.journal.Outbox;
import dev.hark.market.Choice;
import dev.hark.market.Earnings;
import dev.hark.market.Marketplace;
import dev.hark.market.OfferList;
import java.time.Clock;
import java.util.HashSet;

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

  OfferList offers() {
    HashSet<String> hidden = new HashSet<>(choice.hiddenRequesters());
    hidden.addAll(journal.hiddenRequesters());
    return OfferList.of(market, new Choice(choice.me(), choice.filters(), hidden, choice.order()));
  }

  Earnings earnings() {
    return market.earnings(clock.getZone());
  }
}
