package dev.hark.speech.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signs that are typed as several: {@code >=}, {@code ->}; and options such as {@code --name}. */
final class TypedSigns {
  private static final Map<String, Character> ONE =
      Map.of(
          ">=", '≥', "<=", '≤', "!=", '≠', "==", '=', "->", '→', "<-", '←', "=>", '⇒', "<->", '↔',
          "+-", '±');

  private TypedSigns() {}

  static List<Notation> notations(Saying saying) {
    Tongue tongue = saying.tongue();
    String dash = tongue.word("dash");
    return List.of(
        Notation.of(
            Notation.anyOf(ONE.keySet()) + "(?![<>=!-])",
            found -> name(tongue, Objects.requireNonNull(ONE.get(found.group())))),
        Notation.of("--(?=\\p{L})", _ -> dash + " " + dash));
  }

  private static @Nullable String name(Tongue tongue, char sign) {
    Tongue.Sign known = tongue.sign(sign);
    return known == null ? null : known.name();
  }
}
