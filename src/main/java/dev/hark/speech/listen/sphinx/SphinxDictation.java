package dev.hark.speech.listen.sphinx;

import dev.hark.speech.listen.Hypothesis;
import edu.cmu.sphinx.api.SpeechResult;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.result.WordResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Free speech in English, where no better engine is installed: it takes about twice as long as the
 * speech lasted, and knows nothing before its end.
 */
public final class SphinxDictation extends SphinxRecognizer {
  @Override
  SphinxSetup load() {
    return SphinxSetup.load("dictation.xml", Map.of());
  }

  @Override
  Hypothesis hypothesis(Result result) {
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
}
