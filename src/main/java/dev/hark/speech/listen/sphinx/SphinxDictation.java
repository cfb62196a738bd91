package dev.hark.speech.listen.sphinx;

import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Samples;
import edu.cmu.sphinx.api.SpeechResult;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.result.WordResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Free speech in English, where no better engine is installed: it takes about twice as long as the
 * speech lasted, and knows nothing before its end.
 */
public final class SphinxDictation implements Recognizer {
  private @Nullable SphinxSetup setup;

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
      ready = SphinxSetup.load("dictation.xml", Map.of());
      setup = ready;
    }
    return ready;
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

  private static Hypothesis hypothesis(@Nullable Result result) {
    if (result == null) {
      return Hypothesis.NOTHING;
    }
    SpeechResult speech = new SpeechResult(result);
    List<Hypothesis.Word> words = new ArrayList<>();
    for (WordResult word : speech.getWords()) {
      String text = word.getWord().getSpelling();
      if (!word.isFiller() && !text.startsWith("<") && !text.isBlank()) {
        double sure = speech.getResult().getLogMath().logToLinear((float) word.getConfidence());
        words.add(new Hypothesis.Word(text.toLowerCase(Locale.ROOT), clamp(sure)));
      }
    }
    return new Hypothesis(words);
  }

  private static double clamp(double sure) {
    return Double.isNaN(sure) ? 0 : Math.clamp(sure, 0, 1);
  }

  @Override
  public void close() {
    if (setup != null) {
      setup.close();
      setup = null;
    }
  }
}
