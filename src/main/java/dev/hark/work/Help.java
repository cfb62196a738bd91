package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What can be pressed now, made from the actions' declarations. */
final class Help {
  private static final Set<Action> BROWSING =
      EnumSet.of(
          Action.NEXT,
          Action.PREVIOUS,
          Action.DETAILS,
          Action.REVIEWS,
          Action.ACCEPT,
          Action.SKIP,
          Action.HIDE,
          Action.UNDO,
          Action.SHOW_ALL,
          Action.FILTER,
          Action.WATCH,
          Action.RATE,
          Action.EARNINGS,
          Action.WHERE,
          Action.REPEAT,
          Action.SAY_SLOWER,
          Action.SPELL_LAST,
          Action.SILENCE,
          Action.CHECK_MICROPHONE,
          Action.LISTEN,
          Action.QUIT);
  private static final Set<Action> HOLDING =
      EnumSet.complementOf(
          EnumSet.of(
              Action.ACCEPT,
              Action.HIDE,
              Action.SKIP,
              Action.SHOW_ALL,
              Action.FILTER,
              Action.HELP));

  /** What keys do while an answer is edited, besides what they do while a task is held. */
  private static final List<Action> EDITING =
      Stream.of(Action.values()).filter(action -> !action.editingKeys().isEmpty()).toList();

  private Help() {}

  static List<Action> actions(Mode mode) {
    return switch (mode) {
      case BROWSING -> BROWSING.stream().filter(Action::canBeSaid).toList();
      case HOLDING, TYPING ->
          HOLDING.stream()
              .filter(action -> action.canBeSaid() && !action.keys().isEmpty())
              .toList();
      case EDITING -> EDITING.stream().filter(Action::canBeSaid).toList();
      case CONFIRMING, ENDED -> List.of();
    };
  }

  /**
   * @param words whether words are typed and no keys pressed
   */
  static void say(Mode mode, boolean words, Announcer announcer) {
    if (words && mode == Mode.TYPING) {
      announcer.answer("session.help-typing-words");
      return;
    }
    if (words && mode != Mode.CONFIRMING) {
      words(mode, announcer);
      return;
    }
    switch (mode) {
      case BROWSING -> list(BROWSING, announcer);
      case HOLDING -> list(HOLDING, announcer);
      case TYPING -> typing(announcer);
      case EDITING -> editing(announcer);
      case CONFIRMING -> announcer.answer("session.yes-or-no");
      case ENDED -> {}
    }
  }

  private static void list(Set<Action> actions, Announcer announcer) {
    for (Action action : actions) {
      if (!action.keys().isEmpty()) {
        line(action.keys().getFirst(), action, announcer);
      }
    }
  }

  private static void words(Mode mode, Announcer announcer) {
    List<Action> actions = new ArrayList<>(actions(mode));
    if (mode == Mode.EDITING) {
      actions.add(Action.UNDO);
      actions.add(Action.PLAY);
    }
    for (Action action : actions) {
      announcer.answer(
          "session.help-line", Sentence.of(action.wordKey()), Sentence.of(action.helpKey()));
    }
  }

  private static void editing(Announcer announcer) {
    EDITING.forEach(action -> line(action.editingKeys().getFirst(), action, announcer));
    line(Action.UNDO.keys().getFirst(), Action.UNDO, announcer);
    line(Action.PLAY.keys().getFirst(), Action.PLAY, announcer);
  }

  private static void line(String key, Action action, Announcer announcer) {
    announcer.answer("session.help-line", KeyNames.of(key), Sentence.of(action.helpKey()));
  }

  private static void typing(Announcer announcer) {
    announcer.answer("session.help-typing");
    for (Action action : Action.values()) {
      if (!action.typingKey().isEmpty()) {
        line(action.typingKey(), action, announcer);
      }
    }
  }
}
