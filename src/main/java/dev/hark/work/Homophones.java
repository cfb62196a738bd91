package dev.hark.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that sound like another that is written otherwise, so that only their letters tell which
 * one stands there. English and Dutch; in other languages no word is known to be one.
 */
final class Homophones {
  /** Endings that sound the same in Dutch and are told apart by grammar only: gebeurd, gebeurt. */
  private static final Pattern DUTCH_VERB =
      Pattern.compile("(?:be|ge|her|ont|ver)\\p{L}+[^aeiou\\P{L}](?:d|t)|\\p{L}+dt");

  /** Before a word that is so common that nobody takes it for another of its line. */
  private static final String EXPECTED = "~";

  private final Set<String> words;
  private final boolean dutch;

  private Homophones(Set<String> words, boolean dutch) {
    this.words = words;
    this.dutch = dutch;
  }

  static Homophones of(Locale language) {
    return switch (language.getLanguage()) {
      case "en" -> English.ALL;
      case "nl" -> Dutch.ALL;
      default -> None.ALL;
    };
  }

  /**
   * @param word with or without punctuation around it, in any case
   */
  boolean has(String word) {
    String small = Spelling.core(word).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    return words.contains(small) || (dutch && DUTCH_VERB.matcher(small).matches());
  }

  private static Set<String> read(String name) {
    try (InputStream in = Homophones.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      Set<String> words = new HashSet<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.strip().split("\\s+")))
          .filter(word -> !word.isEmpty() && !word.startsWith(EXPECTED))
          .forEach(words::add);
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read when first asked for. */
  private static final class English {
    static final Homophones ALL = new Homophones(read("homophones-en.txt"), false);
  }

  private static final class Dutch {
    static final Homophones ALL = new Homophones(read("homophones-nl.txt"), true);
  }

  private static final class None {
    static final Homophones ALL = new Homophones(Set.of(), false);
  }
}
