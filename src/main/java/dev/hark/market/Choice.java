package dev.hark.market;

import dev.hark.filter.Facts;
import dev.hark.filter.NamedFilter;
import dev.hark.filter.TaskLists;
import dev.hark.pay.Yardstick;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a worker chooses among offers.
 *
 * @param me the worker
 * @param filters all of them must keep an offer
 * @param hiddenRequesters ids of requesters that are never shown
 * @param order in which the list stands
 * @param pay what pay is held against; its floor is that of {@code me}
 * @param lists what is blocked, and what is included whatever the filters say
 */
public record Choice(
    Facts.Me me,
    List<NamedFilter> filters,
    Set<String> hiddenRequesters,
    OfferOrder order,
    Yardstick pay,
    TaskLists lists) {
  /** Where nothing is blocked and nothing included. */
  public Choice(
      Facts.Me me,
      List<NamedFilter> filters,
      Set<String> hiddenRequesters,
      OfferOrder order,
      Yardstick pay) {
    this(me, filters, hiddenRequesters, order, pay, TaskLists.NONE);
  }

  /** With the worker's own figure, and the rates that ship with Hark. */
  public Choice(
      Facts.Me me, List<NamedFilter> filters, Set<String> hiddenRequesters, OfferOrder order) {
    this(me, filters, hiddenRequesters, order, Yardstick.own(me.floor()));
  }

  public Choice {
    filters = List.copyOf(filters);
    hiddenRequesters = Set.copyOf(hiddenRequesters);
  }

  /** The same worker, with other filters. */
  public Choice with(List<NamedFilter> others) {
    return new Choice(me, others, hiddenRequesters, order, pay, lists);
  }

  /** The same, with more requesters that are never shown. */
  public Choice hiding(Collection<String> more) {
    Set<String> all = new HashSet<>(hiddenRequesters);
    all.addAll(more);
    return new Choice(me, filters, all, order, pay, lists);
  }

  /** The same worker, of whom it is known what they did before. */
  public Choice knowing(Facts.History history) {
    return new Choice(
        new Facts.Me(me.can(), me.floor(), history), filters, hiddenRequesters, order, pay, lists);
  }

  /** The same, with other lists. */
  public Choice with(TaskLists others) {
    return new Choice(me, filters, hiddenRequesters, order, pay, others);
  }

  /** Senses only, in the market's order. */
  public static Choice of(Facts.Me me) {
    return new Choice(me, List.of(), Set.of(), OfferOrder.NEWEST);
  }
}
