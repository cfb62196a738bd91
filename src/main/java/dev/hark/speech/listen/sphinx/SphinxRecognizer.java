package dev.hark.speech.listen.sphinx;

import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Samples;
import edu.cmu.sphinx.result.Result;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * English by Sphinx4, which knows nothing before the end of what is said: sound is kept until then.
 */
abstract sealed class SphinxRecognizer implements Recognizer
    permits SphinxCommands, SphinxDictation {
  private @Nullable SphinxSetup setup;

  /**
   * @throws dev.hark.fault.Fault.BadFile where the library or its model is not whole
   */
  abstract SphinxSetup load();

  abstract Hypothesis hypothesis(Result result);

  @Override
  public final String name() {
    return "sphinx4";
  }

  @Override
  public final boolean understands(Locale language) {
    return language.getLanguage().equals("en");
  }

  @Override
  public final void prepare() {
    loaded();
  }

  private SphinxSetup loaded() {
    SphinxSetup ready = setup;
    if (ready == null) {
      ready = load();
      setup = ready;
    }
    return ready;
  }

  @Override
  public final Hearing begin(Consumer<Hypothesis> partial) {
    SphinxSetup ready = loaded();
    Samples samples = new Samples();
    return new Hearing() {
      @Override
      public void hear(short[] more, int length) {
        samples.add(more, length);
      }

      @Override
      public Hypothesis end() {
        Result result = ready.recognize(samples.all());
        return result == null ? Hypothesis.NOTHING : hypothesis(result);
      }

      @Override
      public void abandon() {}
    };
  }

  @Override
  public final void close() {
    if (setup != null) {
      setup.close();
      setup = null;
    }
  }
}
