package dev.hark.speech.listen;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.pocketsphinx.PocketSphinx;
import dev.hark.speech.listen.sphinx.SphinxCommands;
import dev.hark.speech.listen.sphinx.SphinxDictation;
import dev.hark.speech.listen.vosk.VoskModel;
import dev.hark.speech.listen.vosk.VoskRecognizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The recognisers of this machine.
 *
 * @param environment of the process, for PATH
 * @param model the Vosk model that the user named
 */
public record Recognizers(Map<String, String> environment, Optional<VoskModel> model) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  public Recognizers {
    environment = Map.copyOf(environment);
  }

  /**
   * Hears phrases.
   *
   * @throws Fault.BadFile where nothing here understands that language
   */
  public Recognizer commands(Grammar grammar, Locale language) {
    if (language.getLanguage().equals("en")) {
      return new SphinxCommands(grammar);
    }
    return vosk(Optional.of(grammar), language)
        .orElseThrow(() -> none("listen.no-language", language));
  }

  /**
   * Takes free speech down, with the best engine there is.
   *
   * @throws Fault.BadFile where nothing here understands that language
   */
  public Recognizer dictation(Locale language) {
    return dictations().stream()
        .filter(engine -> engine.understands(language))
        .findFirst()
        .orElseThrow(() -> none("listen.no-dictation", language));
  }

  private Fault none(String key, Locale language) {
    return new Fault.BadFile(
        model.flatMap(VoskModel::unknownLanguage).orElseGet(() -> Sentence.of(key, language)),
        null);
  }

  /** All engines that take free speech down, the best first. None is loaded yet. */
  public List<Recognizer> dictations() {
    List<Recognizer> all = new ArrayList<>();
    model.ifPresent(folder -> all.add(new VoskRecognizer(folder, Optional.empty())));
    PocketSphinx.find(environment.getOrDefault("PATH", ""))
        .ifPresent(program -> all.add(new PocketSphinx(program, PATIENCE)));
    all.add(new SphinxDictation());
    return List.copyOf(all);
  }

  private Optional<Recognizer> vosk(Optional<Grammar> grammar, Locale language) {
    return model
        .<Recognizer>map(folder -> new VoskRecognizer(folder, grammar))
        .filter(engine -> engine.understands(language));
  }
}
