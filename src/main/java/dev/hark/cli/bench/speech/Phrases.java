package dev.hark.cli.bench.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Sentences as a session says them. */
final class Phrases {
  static final List<String> ALL = load();

  private Phrases() {}

  private static List<String> load() {
    try (InputStream in =
        Objects.requireNonNull(Phrases.class.getResourceAsStream("sentences.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String nth(int number) {
    return ALL.get(Math.floorMod(number, ALL.size()));
  }
}
