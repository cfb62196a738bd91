package dev.hark.cli.session;

import java.util.Locale;
import java.util.Optional;

/** Yes and no, in English and Dutch, as a word or its first letter. */
public final class YesNo {
  private YesNo() {}

  public static Optional<Boolean> of(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "y", "yes", "j", "ja" -> Optional.of(true);
      case "n", "no", "nee" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
