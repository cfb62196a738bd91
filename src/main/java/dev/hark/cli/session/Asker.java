package dev.hark.cli.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/** Waits for a short answer to a question that was just said. */
@FunctionalInterface
public interface Asker {
  /** How long a question may stay unanswered. */
  Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * The answer in small letters; empty at the end of the input.
   *
   * @param unanswered told once where no answer came for ten seconds and somebody may be there
   */
  String answer(Runnable unanswered);

  /** Answers are lines. */
  static Asker lines(LineSource in) {
    return _ -> {
      String line = in.next();
      return line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
    };
  }

  /** Answers are single keys. */
  static Asker keys(KeyTerminal terminal) {
    return unanswered -> {
      boolean told = false;
      try {
        while (true) {
          switch (terminal.keys().next(PATIENCE)) {
            case Key.Letter(int c) -> {
              return Character.toString(c).toLowerCase(Locale.ROOT);
            }
            case Key.End _ -> {
              return "";
            }
            case Key.Nothing _ -> {
              if (!told) {
                told = true;
                unanswered.run();
              }
            }
            default -> {}
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
