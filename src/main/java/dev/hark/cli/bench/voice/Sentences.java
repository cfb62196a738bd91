package dev.hark.cli.bench.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Plain sentences that are no commands. */
public final class Sentences {
  private Sentences() {}

  /** The sixty by which was chosen how much is rejected. */
  public static List<String> all() {
    return read("sentences.txt");
  }

  /** Sixty others, a third of them with words of commands in them. */
  public static List<String> others() {
    return read("near.txt");
  }

  private static List<String> read(String name) {
    try (InputStream in = Sentences.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no sentences");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
