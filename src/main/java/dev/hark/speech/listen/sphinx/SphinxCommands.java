package dev.hark.speech.listen.sphinx;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Grammar;
import dev.hark.speech.listen.Hypothesis;
import edu.cmu.sphinx.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Hears one phrase of a grammar, in English. What is said runs against the phrases and, beside
 * them, against a loop of any sounds at all; where the loop explains it better, it was no phrase
 * and nothing is understood. A phrase is believed whole: its words have the confidence 1.
 */
public final class SphinxCommands extends SphinxRecognizer {
  private static final String UNKNOWN = "<unk>";
  private static final int WARMING = 3;
  private static final int LOUDNESS = 1000;

  private final Grammar grammar;

  /**
   * @param grammar its words must stand in the English dictionary
   */
  public SphinxCommands(Grammar grammar) {
    this.grammar = grammar;
  }

  @Override
  SphinxSetup load() {
    SphinxSetup ready = compiled();
    Random noise = new Random(1);
    short[] sound = new short[RATE];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (short) (LOUDNESS * noise.nextGaussian());
    }
    // The first utterance finds everything warm.
    for (int i = 0; i < WARMING; i++) {
      var _ = ready.recognize(sound);
    }
    return ready;
  }

  private SphinxSetup compiled() {
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
  Hypothesis hypothesis(Result result) {
    String text = result.getBestFinalResultNoFiller().strip();
    if (text.contains(UNKNOWN) || !grammar.phrases().contains(text)) {
      return Hypothesis.NOTHING;
    }
    List<Hypothesis.Word> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      words.add(new Hypothesis.Word(word, 1));
    }
    return new Hypothesis(words);
  }
}
