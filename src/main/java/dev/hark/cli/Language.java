package dev.hark.cli;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which language Hark speaks: the option, HARK_LANG, the setting, then the system's locale. */
final class Language {
  private Language() {}

  /** Never fails: a language that Hark lacks gives the next choice, at last English. */
  static Locale of(Arguments arguments, Environment environment, Settings settings) {
    return Stream.of(
            arguments.value("--lang"),
            environment.variable("HARK_LANG"),
            settings.tolerant(Setting.LANG),
            environment
                .variable("LC_ALL")
                .or(() -> environment.variable("LC_MESSAGES"))
                .or(() -> environment.variable("LANG")))
        .flatMap(Optional::stream)
        .map(Language::known)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  /** Refuses a {@code --lang} that Hark does not speak. */
  static void check(Arguments arguments) {
    arguments
        .value("--lang")
        .filter(lang -> known(lang).isEmpty())
        .ifPresent(
            lang -> {
              throw new Fault.Usage(Sentence.of("cli.unknown-language", lang));
            });
  }

  private static Optional<Locale> known(String name) {
    return switch (name.split("[_.@-]", 2)[0].toLowerCase(Locale.ROOT)) {
      case "nl" -> Optional.of(Locale.of("nl"));
      case "en" -> Optional.of(Locale.ENGLISH);
      default -> Optional.empty();
    };
  }
}
