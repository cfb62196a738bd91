package dev.hark.work;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a session is doing now, and so what the next key means. Entered by one thread at a time. */
interface Stage {
  Mode mode();

  /** An action that only this stage understands; the rest is done by the session. */
  void act(Action action);

  /**
   * The same with what was said behind the action's own word.
   *
   * @param argument empty where nothing was
   */
  default void act(Action action, String argument) {
    act(action);
  }

  /** Chooses an option by its number, counted from 1. */
  default void option(int number) {}

  default void confirm(boolean yes) {}

  /** Whether a yes or no is awaited. */
  default boolean asksYesOrNo() {
    return mode() == Mode.CONFIRMING;
  }

  /** The text that is typed, as it stands. */
  default String text() {
    return "";
  }

  /** The whole text that was typed so far, after each key. */
  default void typed(String text) {}

  /** Of what can be typed or said now; empty where it is Hark's own. */
  default Optional<Locale> language() {
    return Optional.empty();
  }

  /** Where in the text the next letter goes. */
  default void place(int at) {}

  /** Enter was pressed. */
  default void typingDone() {}

  /** Options can be chosen from 1 up to this number; 0 where there are none. */
  default int options() {
    return 0;
  }

  /** What can be done now by saying it, in the order of help. */
  default List<Action> possible() {
    return Help.actions(mode());
  }

  /** Time has passed. */
  default void tick() {}

  /** A key was pressed, and is about to count. */
  default void beforeKey() {
    tick();
  }

  /** Where the worker is, in one answer. */
  void where();

  /** Whether leaving needs a yes, and why; said as a question. */
  default boolean leavesWork() {
    return false;
  }
}
