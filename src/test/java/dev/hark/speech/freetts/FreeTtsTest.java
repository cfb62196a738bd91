package dev.hark.speech.freetts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.speech.UnspeakableTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Requirement("SND-2")
class FreeTtsTest {
  private static final String TEXT =
      "The old lighthouse keeper rowed out at dawn, and nobody on the quay could say when he "
          + "would come back with the mail and the bread for the people of the island.";

  private final FreeTtsSynthesizer engine = new FreeTtsSynthesizer();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aSentenceBecomesSound() {
    Sink sink = new Sink();
    engine.speak("Accepted. 6 minutes.", Locale.ENGLISH, 180, sink);
    assertEquals(16_000, sink.rate);
    assertTrue(sink.count > 16_000, "a second or more: " + sink.count);
    assertTrue(sink.loudest > 3000 && sink.loudest < 32_768, "loudest " + sink.loudest);
    assertTrue(sink.smoothness() < 0.5, "wrong byte order sounds like noise");
  }

  @Test
  void theRateIsInWordsAMinute() {
    String mixed =
        TEXT
            + " Transcribe 8 seconds of speech. 18 cents, about 15 to 19 euros an hour. Requesters"
            + " occasionally publish questionnaires regarding international transportation.";
    int words = mixed.split(" ").length;
    for (int rate : new int[] {120, 180, 300}) {
      Sink sink = new Sink();
      engine.speak(mixed, Locale.ENGLISH, rate, sink);
      double measured = words * 60.0 * sink.rate / sink.count;
      assertEquals(rate, measured, rate * 0.15);
    }
  }

  @Test
  void theSmallVoiceIsEightKilohertz() {
    try (FreeTtsSynthesizer kevin = new FreeTtsSynthesizer("kevin", 100)) {
      Sink sink = new Sink();
      kevin.speak("Hello", Locale.ENGLISH, 180, sink);
      assertEquals(8000, sink.rate);
    }
    assertThrows(IllegalArgumentException.class, () -> new FreeTtsSynthesizer("nobody", 100));
  }

  @Test
  void itStopsWhenNoMoreIsWanted() {
    Sink sink = new Sink();
    sink.limit = 1;
    engine.speak(TEXT, Locale.ENGLISH, 180, sink);
    assertTrue(sink.count <= 320, "stopped after a chunk, not " + sink.count);
    Sink next = new Sink();
    engine.speak("Hello", Locale.ENGLISH, 180, next);
    assertTrue(next.count > 3000);
  }

  @Test
  void textInAnotherScriptIsNoSilentSuccessAndPunctuationAloneIsSilent() {
    assertThrows(
        UnspeakableTextException.class,
        () -> engine.speak("नमस्ते", Locale.ENGLISH, 180, new Sink()));
    engine.speak(" ... ", Locale.ENGLISH, 180, new Sink());
    engine.speak("", Locale.ENGLISH, 180, new Sink());
  }

  @Test
  @Requirement("SAY-4")
  void theLetterAIsToldFromTheArticle() {
    for (String[] same :
        new String[][] {
          {"B A one", "B ay one"},
          {"A one B two", "ay one B two"},
          {"r a d i o", "r ay d i o"},
          {"two A", "two ay"}
        }) {
      assertEquals(sound(same[1]), sound(same[0]), same[0]);
    }
    for (String article : List.of("A requester", "a one hour job", "I saw a man")) {
      assertNotEquals(sound(article.replaceAll("(?i)\\ba\\b", "ay")), sound(article), article);
    }
  }

  private List<Short> sound(String text) {
    List<Short> sound = new ArrayList<>();
    engine.speak(
        text,
        Locale.ENGLISH,
        180,
        (samples, length, _) -> {
          for (int i = 0; i < length; i++) {
            sound.add(samples[i]);
          }
          return true;
        });
    return sound;
  }

  @Test
  void itClaimsEnglishOnly() {
    assertTrue(engine.speaks(Locale.UK));
    assertFalse(engine.speaks(Locale.of("nl")));
  }

  private static final class Sink implements dev.hark.speech.Pcm {
    private int calls;
    private int limit = Integer.MAX_VALUE;
    private int count;
    private int rate;
    private int loudest;
    private double energy;
    private double changes;
    private short last;

    @Override
    public boolean write(short[] samples, int length, int rate) {
      this.rate = rate;
      for (int i = 0; i < length; i++) {
        loudest = Math.max(loudest, Math.abs(samples[i]));
        energy += (double) samples[i] * samples[i];
        double change = samples[i] - last;
        changes += change * change;
        last = samples[i];
      }
      count += length;
      return ++calls < limit;
    }

    /** Near 2 for white noise, far below 1 for speech. */
    double smoothness() {
      return changes / energy;
    }
  }
}
