package dev.hark.cli.command;

import dev.hark.fault.Sentence;
import dev.hark.wire.TokenJson;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Tokens in words, a line each; the secret never but where it has just been made. */
final class TokenLines {
  private TokenLines() {}

  static List<Sentence> of(List<TokenJson> tokens) {
    List<Sentence> lines = new ArrayList<>();
    for (TokenJson token : tokens) {
      lines.add(
          Sentence.of(
              token.current() ? "account.token-current" : "account.token",
              token.id(),
              name(token),
              used(token),
              ends(token),
              String.join(", ", token.scopes())));
    }
    if (lines.isEmpty()) {
      lines.add(Sentence.of("account.no-token"));
    }
    return lines;
  }

  private static Sentence name(TokenJson token) {
    return token.name().isEmpty()
        ? Sentence.of("account.nameless")
        : Sentence.of("account.named", token.name());
  }

  private static Sentence used(TokenJson token) {
    try {
      return token.used() == null
          ? Sentence.of("account.never-used")
          : Sentence.of("account.used", LocalDate.parse(token.used()));
    } catch (DateTimeParseException _) {
      return Sentence.of("account.never-used");
    }
  }

  private static Sentence ends(TokenJson token) {
    return token.expires() == null
        ? Sentence.of("account.endless")
        : Sentence.of("account.ends", token.expires());
  }
}
