package dev.hark.task;

import dev.hark.fault.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Unmet requirements in words: parts of a sentence that begin with a small letter and end without a
 * full stop. What is wanted, what the worker has, what would help.
 */
public final class UnmetWords {
  private UnmetWords() {}

  /** All of them, one after the other; there is at least one. */
  public static Sentence all(List<Unmet> unmet) {
    Sentence all = one(unmet.getFirst());
    for (Unmet more : unmet.subList(1, unmet.size())) {
      all = Sentence.of("qualify.also", all, one(more));
    }
    return all;
  }

  /** "Dutch by ear, at least 80; you have 60; take the test of 5 questions". */
  public static Sentence one(Unmet unmet) {
    return Sentence.of("qualify.unmet", wanted(unmet), has(unmet), remedy(unmet));
  }

  /** What would help. */
  public static Sentence remedy(Unmet unmet) {
    return switch (unmet.remedy()) {
      case TEST -> Sentence.of("qualify.help.test", unmet.count());
      case ASK -> Sentence.of("qualify.help.ask");
      case TAKE -> Sentence.of("qualify.help.take");
      case PENDING -> Sentence.of("qualify.help.pending");
      case WAIT -> Sentence.of("qualify.help.wait", unmet.from().orElse(Instant.EPOCH));
      case MORE_APPROVED -> Sentence.of("qualify.help.more", unmet.count());
      case DECLARE -> Sentence.of("qualify.help.declare");
      case OWNER -> Sentence.of("qualify.help.owner");
      case NONE -> Sentence.of("qualify.help.none");
    };
  }

  private static Sentence wanted(Unmet unmet) {
    return SystemQualification.ofId(unmet.qualification())
        .map(
            system ->
                switch (system) {
                  case LOCATION -> place(unmet);
                  case SHARE_APPROVED -> counted("qualify.share", unmet);
                  case NUMBER_APPROVED -> counted("qualify.number", unmet);
                })
        .orElseGet(() -> granted(unmet));
  }

  private static Sentence place(Unmet unmet) {
    List<Object> places = unmet.places().stream().map(UnmetWords::place).toList();
    return switch (unmet.comparison()) {
      case NOT_IN, NOT_EQUAL -> Sentence.of("qualify.place-not-in", places);
      case EXISTS -> Sentence.of("qualify.place-known");
      case DOES_NOT_EXIST -> Sentence.of("qualify.place-unknown");
      case IN, EQUAL, LESS_THAN, AT_MOST, AT_LEAST, GREATER_THAN ->
          Sentence.of("qualify.place-in", places);
    };
  }

  private static Sentence counted(String key, Unmet unmet) {
    return switch (unmet.comparison()) {
      case EXISTS -> Sentence.of(key + "-known");
      case DOES_NOT_EXIST -> Sentence.of(key + "-unknown");
      default -> Sentence.of(key, amount(unmet), unmet.values().getLast());
    };
  }

  private static Sentence granted(Unmet unmet) {
    Object name = unmet.name().isBlank() ? Sentence.of("qualify.no-name") : unmet.name();
    return switch (unmet.comparison()) {
      case EXISTS -> Sentence.of("qualify.granted", name);
      case DOES_NOT_EXIST -> Sentence.of("qualify.not-granted", name);
      default -> Sentence.of("qualify.granted-value", name, amount(unmet));
    };
  }

  private static Sentence amount(Unmet unmet) {
    String key =
        "qualify.amount." + unmet.comparison().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (unmet.comparison()) {
      case IN, NOT_IN -> Sentence.of(key, unmet.values());
      default -> Sentence.of(key, unmet.values().getFirst());
    };
  }

  private static Sentence has(Unmet unmet) {
    Optional<SystemQualification> system = SystemQualification.ofId(unmet.qualification());
    if (system.isPresent() && system.get() == SystemQualification.LOCATION) {
      return unmet
          .lives()
          .map(code -> Sentence.of("qualify.lives", place(code)))
          .orElseGet(() -> Sentence.of("qualify.lives-unknown"));
    }
    if (system.isPresent() && unmet.has().isEmpty()) {
      return Sentence.of("qualify.nothing-decided");
    }
    if (system.isPresent() && system.get() == SystemQualification.SHARE_APPROVED) {
      return Sentence.of("qualify.has-share", unmet.has().orElseThrow());
    }
    return unmet
        .has()
        .map(
            value ->
                unmet.comparison() == Comparison.DOES_NOT_EXIST
                    ? Sentence.of("qualify.has-it")
                    : Sentence.of("qualify.has", value))
        .orElseGet(() -> Sentence.of("qualify.has-none"));
  }

  /** A country's name in each language, or a region's code with it. */
  public static Object place(String code) {
    Locale country = Locale.of("", code.substring(0, Math.min(2, code.length())));
    Map<String, String> name =
        Map.of(
            "en", country.getDisplayCountry(Locale.ENGLISH),
            "nl", country.getDisplayCountry(Locale.of("nl")));
    return code.length() <= 2 ? name : Sentence.of("qualify.region", code.substring(3), name);
  }
}
