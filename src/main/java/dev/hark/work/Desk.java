package dev.hark.work;

import dev.hark.audio.Player;
import dev.hark.filter.ListFiles;
import dev.hark.filter.ListRule;
import dev.hark.filter.NamedFilter;
import dev.hark.journal.Journal;
import dev.hark.journal.Outbox;
import dev.hark.market.Choice;
import dev.hark.market.Earnings;
import dev.hark.market.Marketplace;
import dev.hark.market.OfferList;
import dev.hark.task.Requester;
import dev.hark.watch.Told;
import dev.hark.watch.Watch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

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
 * @param lists what the worker blocks and includes
 * @param watches makes the market watched in the background, where that can be
 * @param byEar how the worker hears and reads back
 */
public record Desk(
    Marketplace market,
    Journal journal,
    Outbox outbox,
    Player player,
    Decoder decoder,
    Choice choice,
    Clock clock,
    Optional<ListFiles> lists,
    Optional<Watches> watches,
    ByEar byEar) {
  /** Makes watches. */
  @FunctionalInterface
  public interface Watches {
    /**
     * One that has not begun; it reads this session's journal and market.
     *
     * @param choice what fits now; asked for anew each time
     */
    Watch of(Supplier<Choice> choice, BiConsumer<Told, Watch> listener);
  }

  /** Without the worker's lists: who is hidden is kept in the journal alone. */
  public Desk(
      Marketplace market,
      Journal journal,
      Outbox outbox,
      Player player,
      Decoder decoder,
      Choice choice,
      Clock clock) {
    this(
        market,
        journal,
        outbox,
        player,
        decoder,
        choice,
        clock,
        Optional.empty(),
        Optional.empty(),
        ByEar.USUAL);
  }

  /** For who works by ear as is usual. */
  public Desk(
      Marketplace market,
      Journal journal,
      Outbox outbox,
      Player player,
      Decoder decoder,
      Choice choice,
      Clock clock,
      Optional<ListFiles> lists,
      Optional<Watches> watches) {
    this(market, journal, outbox, player, decoder, choice, clock, lists, watches, ByEar.USUAL);
  }

  /**
   * What the market offers now.
   *
   * @param condition besides the choice's filters
   */
  OfferList offers(Optional<NamedFilter> condition) {
    return OfferList.of(market, now(condition));
  }

  /** How the worker chooses now. */
  Choice now(Optional<NamedFilter> condition) {
    List<NamedFilter> filters = new ArrayList<>(choice.filters());
    condition.ifPresent(filters::add);
    Choice now = choice.with(filters).hiding(journal.hiddenRequesters());
    // Broken lines were told when the session began.
    return lists.map(files -> now.with(files.read(fault -> {}))).orElse(now);
  }

  /** Never shows a requester again, until {@link #show}. */
  void hide(Requester requester) {
    if (lists.isPresent()) {
      var _ = lists.get().blocked().add(List.of(rule(requester)));
    } else {
      journal.hideRequester(requester.id(), requester.name());
    }
  }

  void show(Requester requester) {
    if (lists.isPresent()) {
      var _ = lists.get().blocked().remove(List.of(rule(requester)));
    }
    journal.showRequester(requester.id());
  }

  private static ListRule rule(Requester requester) {
    return new ListRule(ListRule.Kind.REQUESTER, requester.id(), requester.name());
  }

  Earnings earnings() {
    return market.earnings(clock.getZone());
  }
}
