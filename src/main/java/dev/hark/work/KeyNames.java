package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.Locale;

/** How keys are called: a voice passes over a comma that stands for itself. */
public final class KeyNames {
  private static final String CONTROL = "ctrl-";

  private KeyNames() {}

  /**
   * The name of a key, to stand within a sentence.
   *
   * @param key as actions declare it: {@code p}, {@code ,}, {@code left}, {@code ctrl-k}, {@code
   *     f5}
   */
  public static Object of(String key) {
    if (key.startsWith(CONTROL)) {
      return Sentence.of("ear.key-control", of(key.substring(CONTROL.length())));
    }
    if (key.codePointCount(0, key.length()) == 1) {
      return Spelling.sign(key.codePointAt(0));
    }
    return key.matches("f\\d+")
        ? key.toUpperCase(Locale.ROOT)
        : Sentence.of("ear.key-" + key.toLowerCase(Locale.ROOT));
  }
}
