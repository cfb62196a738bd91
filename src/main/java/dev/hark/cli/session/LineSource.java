package dev.hark.cli.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Where a session's lines come from. */
@FunctionalInterface
public interface LineSource {
  /** The next line; null at the end. */
  @Nullable String next();

  static LineSource of(BufferedReader reader) {
    return () -> {
      try {
        return reader.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
