package dev.hark.speech.listen.vosk;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A folder with a model for Vosk, looked at before the native library sees it, which ends the whole
 * program at some that are broken.
 *
 * @param folder as it was downloaded and unpacked
 * @param named its language, where the person told it
 */
public record VoskModel(Path folder, Optional<Locale> named) {
  private static final List<String> ACOUSTIC = List.of("am/final.mdl", "final.mdl");
  private static final List<String> GRAPHS = List.of("graph/HCLG.fst", "HCLG.fst");
  private static final List<String> PARTS = List.of("graph/HCLr.fst", "HCLr.fst");
  private static final List<String> WORDS = List.of("graph/Gr.fst", "Gr.fst");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /**
   * @throws Fault.BadFile where it is no model
   */
  public void require() {
    boolean graph = has(GRAPHS) || (has(PARTS) && has(WORDS));
    if (!Files.isDirectory(folder)) {
      throw new Fault.BadFile(Sentence.of("listen.no-model-folder", folder.toString()), null);
    }
    if (!has(ACOUSTIC) || !graph) {
      throw new Fault.BadFile(Sentence.of("listen.no-model", folder.toString()), null);
    }
  }

  private boolean has(List<String> names) {
    return names.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /** Whether words can be limited to a grammar, which large models cannot. */
  public boolean takesGrammars() {
    return has(PARTS) && has(WORDS);
  }

  /** A model of which nobody told the language. */
  public VoskModel(Path folder) {
    this(folder, Optional.empty());
  }

  /**
   * What was told, else what its name says: {@code nl} in {@code vosk-model-small-nl-0.22}; else
   * the one language that its file README names in English.
   */
  public Optional<Locale> language() {
    return named.or(this::inName).or(this::inReadme);
  }

  /** Says that nothing tells the language, and what to do; empty where it is known. */
  public Optional<Sentence> unknownLanguage() {
    return language().isPresent()
        ? Optional.empty()
        : Optional.of(Sentence.of("listen.model-language", folder.toString()));
  }

  private Optional<Locale> inReadme() {
    try {
      String text = Files.readString(folder.resolve("README"));
      Set<String> words = new HashSet<>(Arrays.asList(text.split("[^\\p{L}]+", -1)));
      List<Locale> spoken =
          LANGUAGES.stream()
              .map(Locale::of)
              .filter(language -> words.contains(language.getDisplayLanguage(Locale.ENGLISH)))
              .toList();
      return spoken.size() == 1 ? Optional.of(spoken.getFirst()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Locale> inName() {
    String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(name.split("-", -1))
        .filter(_ -> name.startsWith("vosk-"))
        .filter(LANGUAGES::contains)
        .findFirst()
        .map(Locale::of);
  }
}
