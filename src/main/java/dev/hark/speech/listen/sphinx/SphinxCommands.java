package dev.hark.speech.listen.sphinx;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Grammar;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Samples;
import edu.cmu.sphinx.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears one phrase of a grammar, in English. What is said runs against the phrases and, beside
 * them, against a loop of any sounds at all; where the loop explains it better, it was no phrase
 * and nothing is understood. A phrase is believed whole: its words have the confidence 1.
 */
public final class SphinxCommands implements Recognizer {
  private static final String UNKNOWN = "<unk>";

  private final Grammar grammar;
  private @Nullable SphinxSetup setup;

  /**
   * @param grammar its words must stand in the English dictionary
   */
  public SphinxCommands(Grammar grammar) {
    this.grammar = grammar;
  }

  @Override
  public String name() {
    return "sphinx4";
  }

  @Override
  public boolean understands(Locale language) {
    return language.getLanguage().equals("en");
  }

  @Override
  public void prepare() {
    loaded();
  }

  private SphinxSetup loaded() {
    SphinxSetup ready = setup;
    if (ready == null) {
      ready = load();
      // The first utterance finds everything warm.
      var _ = ready.recognize(new short[RATE / 2]);
      setup = ready;
    }
    return ready;
  }

  private SphinxSetup load() {
    try {
      Path folder = Files.createTempDirectory("hark-grammar");
      Path file = folder.resolve("commands.gram");
      try {
        Files.writeString(file, grammar.jsgf("commands"));
        return SphinxSetup.load("commands.xml", Map.of("grammars", folder.toUri().toString()));
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("listen.no-room"), e);
    }
  }

  @Override
  public Hearing begin(Consumer<Hypothesis> partial) {
    SphinxSetup ready = loaded();
    Samples samples = new Samples();
    return new Hearing() {
      @Override
      public void hear(short[] more, int length) {
        samples.add(more, length);
      }

      @Override
      public Hypothesis end() {
        return hypothesis(ready.recognize(samples.all()));
      }

      @Override
      public void abandon() {}
    };
  }

  private Hypothesis hypothesis(@Nullable Result result) {
    String text = result == null ? "" : result.getBestFinalResultNoFiller().strip();
    if (text.contains(UNKNOWN) || !grammar.phrases().contains(text)) {
      return Hypothesis.NOTHING;
    }
    List<Hypothesis.Word> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      words.add(new Hypothesis.Word(word, 1));
    }
    return new Hypothesis(words);
  }

  @Override
  public void close() {
    if (setup != null) {
      setup.close();
      setup = null;
    }
  }
}
