package dev.hark.speech.listen.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.bench.voice.Speech;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@Requirement("VOI-11")
class SphinxDictationTest {
  @Test
  void speechBecomesWordsWithoutAnythingInstalled() {
    try (FreeTtsSynthesizer voice = new FreeTtsSynthesizer();
        SphinxDictation engine = new SphinxDictation()) {
      Speech speech = Speech.of(voice, Locale.ENGLISH, "go to the market").inRoom(3200, 4800, 1);
      Recognizer.Hearing hearing = engine.begin(_ -> {});
      hearing.hear(speech.samples(), speech.samples().length);
      Hypothesis heard = hearing.end();
      assertEquals("go to the market", heard.text());
      assertTrue(heard.words().stream().allMatch(word -> word.confidence() > 0), heard.toString());
    }
  }
}
