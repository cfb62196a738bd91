package dev.hark.cli.session;

import dev.hark.cli.output.SafeText;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.work.Action;
import dev.hark.work.KeyNames;
import dev.hark.work.Mode;
import dev.hark.work.Session;
import dev.hark.work.TypedWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session driven by single keys. While an answer is typed, what is typed is in the journal before
 * it is shown. Ctrl-C asks to quit; a second one leaves at once, with the draft kept.
 */
public final class KeyFront {
  private static final Duration GLANCE = Duration.ofMillis(250);

  private final Session session;
  private final ActionWords words;
  private final KeyReader keys;
  private final KeyScreen screen;
  private final Teller teller;
  private final Consumer<Sentence> typedSpeech;
  private @Nullable TypedLine line;
  private volatile boolean interrupted;
  private volatile boolean left;

  /**
   * @param typedSpeech hears finished words as they are typed, and what is moved to or erased
   */
  public KeyFront(
      Session session,
      ActionWords words,
      KeyTerminal terminal,
      Teller teller,
      Consumer<Sentence> typedSpeech) {
    this(session, words, terminal.keys(), terminal.screen(), teller, typedSpeech);
    terminal.onInterrupt(this::interrupt);
  }

  KeyFront(
      Session session,
      ActionWords words,
      KeyReader keys,
      KeyScreen screen,
      Teller teller,
      Consumer<Sentence> typedSpeech) {
    this.session = session;
    this.words = words;
    this.keys = keys;
    this.screen = screen;
    this.teller = teller;
    this.typedSpeech = typedSpeech;
  }

  /**
   * Returns when the session has ended.
   *
   * @return false where it was left by Ctrl-C without a yes
   */
  public boolean run() {
    try {
      while (session.mode() != Mode.ENDED && !left) {
        typingOrNot();
        Key key = keys.next(GLANCE);
        if (!(key instanceof Key.Nothing)) {
          interrupted = false;
          teller.keyPressed();
          take(key);
        }
        teller.answered();
      }
      return !left;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ctrl-C. Called on another thread. */
  void interrupt() {
    if (interrupted && session.mode() == Mode.CONFIRMING) {
      left = true;
    } else {
      interrupted = true;
      session.act(Action.QUIT);
      teller.answered();
    }
  }

  private void typingOrNot() {
    boolean typing = session.mode() == Mode.TYPING;
    if (typing && line == null) {
      line = new TypedLine(onward(session.text()));
      screen.begin(line.text());
    } else if (!typing && line != null) {
      line = null;
      screen.end();
    }
  }

  /** Who types on begins with a new word. */
  private static String onward(String text) {
    boolean inWord =
        !text.isEmpty() && !Character.isWhitespace(text.codePointBefore(text.length()));
    return inWord ? text + " " : text;
  }

  private void take(Key key) {
    typingOrNot();
    TypedLine typed = line;
    switch (key) {
      case Key.End _ -> left = true;
      case Key.Named(String name) when name.equals("escape") && session.isRecording() ->
          session.act(Action.UNDO);
      case Key.Nothing _ -> {}
      case Key.Pasted(String text) when typed != null -> paste(typed, SafeText.line(text));
      case Key.Pasted _ -> unknown("paste");
      case Key.Letter(int c) when typed != null -> type(typed, Character.toString(c));
      case Key.Named(String name) when typed != null -> typingKey(typed, name);
      case Key.Letter(int c) -> key(c == ' ' ? "space" : Character.toString(c));
      case Key.Named(String name) -> key(name);
    }
  }

  private void key(String typed) {
    String key = typed.toLowerCase(Locale.ROOT);
    boolean edited = session.mode() == Mode.EDITING;
    Optional<Action> action =
        (edited ? words.editingKey(key) : words.key(key)).or(() -> words.typingKey(key));
    Optional<Boolean> answer = YesNo.of(key);
    boolean asked = session.mode() == Mode.CONFIRMING;
    if (asked && (answer.isPresent() || key.equals("escape"))) {
      session.confirm(answer.orElse(false));
    } else if (key.matches("[0-9]")) {
      session.option(Integer.parseInt(key));
    } else if (key.equals("enter") && !edited) {
      session.act(Action.REPEAT);
    } else if (key.equals("ctrl-d")) {
      session.act(Action.QUIT);
    } else if (action.isPresent()) {
      teller.before(action.get());
      session.act(action.get());
    } else if (asked) {
      session.act(Action.HELP);
    } else {
      unknown(typed);
    }
  }

  private void unknown(String key) {
    teller.say(
        key.equals("unknown") || key.equals("paste")
            ? Sentence.of("cli.key-unknown-any")
            : Sentence.of("cli.key-unknown", KeyNames.of(key)),
        Priority.ANSWER);
  }

  private void paste(TypedLine typed, String text) {
    if (text.isEmpty()) {
      unknown("paste");
    } else {
      edit(typed, () -> typed.insert(text));
      typedSpeech.accept(named(text));
    }
  }

  private void type(TypedLine typed, String character) {
    edit(typed, () -> typed.insert(character));
    if (character.isBlank() && !typed.wordBefore().isEmpty()) {
      typedSpeech.accept(TypedWords.words(typed.wordBefore()));
    }
  }

  private void typingKey(TypedLine typed, String name) {
    Optional<Action> action = words.typingKey(name);
    if (action.isPresent()) {
      session.act(action.get());
      showChange(typed);
      return;
    }
    switch (name) {
      case "enter" -> entered(typed);
      case "ctrl-d" -> session.act(Action.QUIT);
      case "backspace" -> erase(typed, before(typed.characterBefore()), typed::backspace);
      case "delete" -> erase(typed, after(typed.characterAfter()), typed::delete);
      case "ctrl-u" -> erase(typed, before(typed.textBefore()), typed::killBefore);
      case "ctrl-w" -> erase(typed, before(typed.wordBefore()), typed::killWord);
      case "ctrl-left" -> moveByWord(typed, typed::wordLeft);
      case "ctrl-right" -> moveByWord(typed, typed::wordRight);
      case "left" -> move(typed, typed::left);
      case "right" -> move(typed, typed::right);
      case "home" -> move(typed, typed::home);
      case "end" -> move(typed, typed::end);
      default -> unknown(name);
    }
  }

  /** Typing is over, or it ended in a word with a slash before it, and goes on. */
  private void entered(TypedLine typed) {
    Optional<SlashWord> slash = SlashWord.of(typed.text(), words);
    line = null;
    screen.end();
    if (slash.isPresent()) {
      session.typed(slash.get().before());
      session.act(slash.get().call().action(), slash.get().call().argument());
    } else {
      session.typingDone();
    }
  }

  /** A key may have put something into the answer. */
  private void showChange(TypedLine typed) {
    String text = session.text();
    boolean other = !text.stripTrailing().equals(typed.text().stripTrailing());
    if (session.mode() == Mode.TYPING && other) {
      TypedLine changed = new TypedLine(onward(text));
      line = changed;
      screen.show(changed.text(), changed.at());
    }
  }

  private static Sentence before(String what) {
    return what.isEmpty() ? TypedWords.start() : named(what);
  }

  private static Sentence after(String what) {
    return what.isEmpty() ? TypedWords.end() : named(what);
  }

  private static Sentence named(String what) {
    return what.codePointCount(0, what.length()) == 1
        ? TypedWords.character(what)
        : TypedWords.words(what);
  }

  private void erase(TypedLine typed, Sentence what, Runnable change) {
    edit(typed, change);
    typedSpeech.accept(what);
  }

  private void move(TypedLine typed, Runnable change) {
    change.run();
    session.place(typed.at());
    screen.show(typed.text(), typed.at());
    typedSpeech.accept(after(typed.characterAfter()));
  }

  private void moveByWord(TypedLine typed, Runnable change) {
    change.run();
    session.place(typed.at());
    screen.show(typed.text(), typed.at());
    typedSpeech.accept(after(typed.wordAfter()));
  }

  private void edit(TypedLine typed, Runnable change) {
    change.run();
    session.typed(typed.text());
    session.place(typed.at());
    screen.show(typed.text(), typed.at());
  }
}
