package dev.hark.speech;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Utterances that wait, and which of them comes next. Used under the queue's lock. */
final class Waiting {
  private final List<Item> items = new ArrayList<>();

  /**
   * @param again whether it was cut off once
   */
  record Item(Utterance utterance, boolean again) {
    Priority priority() {
      return utterance.priority();
    }

    boolean urgent() {
      return priority().compareTo(Priority.WAIT) >= 0;
    }
  }

  /** News that waits already is not said twice. */
  void add(Utterance utterance) {
    boolean waits =
        utterance.priority() == Priority.BACKGROUND
            && items.stream().anyMatch(item -> item.utterance().equals(utterance));
    if (!waits) {
      items.add(new Item(utterance, false));
    }
  }

  /** Puts back one that was cut off, before all others of its priority. */
  void putBack(Utterance utterance) {
    items.addFirst(new Item(utterance, true));
  }

  void drop(Priority priority) {
    items.removeIf(item -> item.priority() == priority);
  }

  void dropAll() {
    items.clear();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Whether somebody waits to hear one of them. */
  boolean urgent() {
    return items.stream().anyMatch(Item::urgent);
  }

  /** Takes out what {@link #upcoming} gives. */
  @Nullable Item next(boolean quiet, boolean inOrder) {
    Item next = upcoming(quiet, inOrder);
    items.remove(next);
    return next;
  }

  /**
   * The next one: the oldest of the highest priority.
   *
   * @param quiet whether one that nobody waits for may be spoken
   * @param inOrder whether only age counts
   */
  @Nullable Item upcoming(boolean quiet, boolean inOrder) {
    Item next = null;
    for (Item item : items) {
      boolean may = quiet || item.urgent();
      boolean first = next == null || (!inOrder && item.priority().compareTo(next.priority()) > 0);
      if (may && first) {
        next = item;
      }
    }
    return next;
  }
}
