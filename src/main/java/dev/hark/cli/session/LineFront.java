package dev.hark.cli.session;

import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.work.Action;
import dev.hark.work.Mode;
import dev.hark.work.Session;
import java.util.Locale;
import java.util.Optional;

/**
 * A session driven by lines: a word or a number and Enter. While an answer is typed a line is the
 * answer, and a line that starts with a slash is a word. The end of the input is a polite quit.
 */
public final class LineFront {
  private final Session session;
  private final ActionWords words;
  private final LineSource in;
  private final Teller teller;
  private final FrontWords frontWords;

  /**
   * @param in is read by the calling thread
   * @param frontWords words that are no actions
   */
  public LineFront(
      Session session, ActionWords words, LineSource in, Teller teller, FrontWords frontWords) {
    this.session = session;
    this.words = words;
    this.in = in;
    this.teller = teller;
    this.frontWords = frontWords;
    session.takeWords();
  }

  /** Returns when the session has ended. */
  public void run() {
    while (session.mode() != Mode.ENDED) {
      String line = in.next();
      if (line == null) {
        if (session.mode() != Mode.ENDED) {
          leave();
        }
        return;
      }
      take(line);
      teller.answered();
    }
  }

  private void leave() {
    if (session.mode() == Mode.CONFIRMING) {
      session.confirm(false);
    }
    for (int tries = 0; tries < 3 && session.mode() != Mode.ENDED; tries++) {
      session.act(Action.QUIT);
      if (session.mode() == Mode.CONFIRMING) {
        session.confirm(true);
      }
    }
    teller.answered();
  }

  private void take(String line) {
    boolean slash = line.startsWith("/");
    String text = (slash ? line.substring(1) : line).strip();
    switch (session.mode()) {
      case TYPING -> {
        if (slash) {
          word(text);
        } else {
          answer(line.strip());
        }
      }
      case CONFIRMING -> {
        Optional<Boolean> answer = YesNo.of(text);
        if (answer.isPresent()) {
          session.confirm(answer.get());
        } else {
          word(text);
        }
      }
      case BROWSING, HOLDING, EDITING -> word(text);
      case ENDED -> {}
    }
  }

  private void answer(String line) {
    String before = session.text();
    session.typed(before.isEmpty() || line.isEmpty() ? before + line : before + " " + line);
    session.typingDone();
  }

  private void word(String text) {
    Optional<ActionWords.Call> call = words.call(text);
    if (text.isEmpty()) {
      session.act(Action.REPEAT);
    } else if (text.matches("[0-9]{1,2}")) {
      session.option(Integer.parseInt(text));
    } else if (call.isPresent()) {
      teller.before(call.get().action());
      session.act(call.get().action(), call.get().argument());
    } else if (!frontWords.take(text.toLowerCase(Locale.ROOT), session)) {
      Sentence unknown =
          words
              .nearest(text)
              .map(near -> Sentence.of("cli.word-unknown-near", text, near))
              .orElseGet(() -> Sentence.of("cli.word-unknown", text));
      teller.say(unknown, Priority.ANSWER);
    }
  }
}
