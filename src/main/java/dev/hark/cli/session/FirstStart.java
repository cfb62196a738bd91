package dev.hark.cli.session;

import dev.hark.cli.Setting;
import dev.hark.cli.Settings;
import dev.hark.fault.Sentence;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks on the first start what Hark must know, and remembers it. */
public final class FirstStart {
  private static final int TRIES = 3;

  private final Settings settings;
  private final Consumer<Sentence> say;
  private final Asker asker;
  private final Consumer<Sentence> aloud;

  /**
   * @param say writes, and speaks where Hark speaks already
   * @param aloud speaks a question that nobody answers: the person may not be able to read it
   */
  public FirstStart(
      Settings settings, Consumer<Sentence> say, Asker asker, Consumer<Sentence> aloud) {
    this.aloud = aloud;
    this.settings = settings;
    this.say = say;
    this.asker = asker;
  }

  /** Whether the person can see the screen; they can where they do not say. */
  public boolean sees() {
    boolean sees =
        ask(Setting.SEES, "cli.ask-sees", FirstStart::yesNo).map("yes"::equals).orElse(true);
    if (!sees) {
      say.accept(Sentence.of("cli.by-ear"));
    }
    return sees;
  }

  /** Whether Hark speaks; it does not where nobody says. */
  public boolean speaks() {
    return ask(Setting.SPEECH, "cli.ask-speech", FirstStart::who).map("self"::equals).orElse(false);
  }

  private Optional<String> ask(
      Setting setting, String question, Function<String, Optional<String>> meaning) {
    for (int i = 0; i < TRIES; i++) {
      say.accept(Sentence.of(question));
      String answer = asker.answer(() -> aloud.accept(Sentence.of(question)));
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> meant = meaning.apply(answer);
      if (meant.isPresent()) {
        settings.set(setting, meant.get());
        return meant;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> yesNo(String answer) {
    return YesNo.of(answer).map(yes -> yes ? "yes" : "no");
  }

  /** The letters are those of both languages: self, zelf; reader, schermlezer as l. */
  private static Optional<String> who(String answer) {
    return switch (answer.charAt(0)) {
      case 's', 'z', 'h' -> Optional.of("self");
      case 'r', 'l' -> Optional.of("reader");
      default -> Optional.empty();
    };
  }
}
