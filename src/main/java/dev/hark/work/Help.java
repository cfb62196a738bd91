package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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
          Action.QUIT);
  private static final Set<Action> HOLDING =
      EnumSet.complementOf(
          EnumSet.of(
              Action.ACCEPT,
              Action.HIDE,
              Action.SKIP,
              Action.UNDO,
              Action.SHOW_ALL,
              Action.FILTER,
              Action.HELP));

  private Help() {}

  static void say(Mode mode, Announcer announcer) {
    switch (mode) {
      case BROWSING -> list(BROWSING, announcer);
      case HOLDING -> list(HOLDING, announcer);
      case TYPING -> typing(announcer);
      case CONFIRMING -> announcer.answer("session.yes-or-no");
      case ENDED -> {}
    }
  }

  private static void list(Set<Action> actions, Announcer announcer) {
    for (Action action : actions) {
      announcer.answer(
          "session.help-line", action.keys().getFirst(), Sentence.of(action.helpKey()));
    }
  }

  private static void typing(Announcer announcer) {
    announcer.answer("session.help-typing");
    for (Action action : Action.values()) {
      if (!action.typingKey().isEmpty()) {
        announcer.answer(
            "session.help-line",
            action.typingKey().toUpperCase(Locale.ROOT),
            Sentence.of(action.helpKey()));
      }
    }
  }
}
