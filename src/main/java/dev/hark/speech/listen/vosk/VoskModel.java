package dev.hark.speech.listen.vosk;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A folder with a model for Vosk, looked at before the native library sees it, which ends the whole
 * program at some that are broken.
 *
 * @param folder as it was downloaded and unpacked
 */
public record VoskModel(Path folder) {
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

  /** What its name says it speaks: {@code nl} in {@code vosk-model-small-nl-0.22}. */
  public Optional<Locale> language() {
    return Arrays.stream(
            String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT).split("-", -1))
        .filter(LANGUAGES::contains)
        .findFirst()
        .map(Locale::of);
  }
}
