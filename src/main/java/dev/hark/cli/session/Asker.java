package dev.hark.cli.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/** Waits for a short answer to a question that was just said. */
@FunctionalInterface
public interface Asker {
  /** The answer in small letters; empty at the end of the input. */
  String answer();

  /** Answers are lines. */
  static Asker lines(LineSource in) {
    return () -> {
      String line = in.next();
      return line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
    };
  }

  /** Answers are single keys. */
  static Asker keys(KeyTerminal terminal) {
    return () -> {
      try {
        while (true) {
          switch (terminal.keys().next(Duration.ofSeconds(1))) {
            case Key.Letter(int c) -> {
              return Character.toString(c).toLowerCase(Locale.ROOT);
            }
            case Key.End _ -> {
              return "";
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
