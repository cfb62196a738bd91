package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.Delivery;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import dev.hark.speech.RecordingSpeaker;
import dev.hark.speech.RecordingVoice;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Utterance;
import dev.hark.speech.text.Speakable;
import dev.hark.wording.Spelled;
import dev.hark.wording.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a voice is given where something is spelled. */
final class SpellingHeardTest {
  private static final Locale DUTCH = Locale.of("nl");

  @Test
  @Requirement("SAY-37")
  void digitsAndSignsAreHeardOneByOne() {
    assertEquals("euro sign, 1, 4", heard(Locale.ENGLISH, letters("€14")));
    assertEquals("5, m", heard(Locale.ENGLISH, letters("5m")));
    assertEquals("3, c", heard(Locale.ENGLISH, letters("3c")));
    assertEquals("1, full stop, 5, 0", heard(Locale.ENGLISH, letters("1.50")));
    assertEquals("2, 0, percent sign", heard(Locale.ENGLISH, letters("20%")));
    assertEquals("t h e i r", heard(Locale.ENGLISH, letters("their")));
    assertEquals("euroteken, 1, 4", heard(DUTCH, letters("€14")));
    assertEquals("5, m", heard(DUTCH, letters("5m")));
  }

  @Test
  @Requirement("SAY-37")
  void soTheyAreInTheLastAnswerSpelled() {
    Sentence last =
        Sentence.of(
            "session.spelled", new Spelled(Sentence.of("ear.plain", "Room 5m is for their cat")));
    String heard = heard(Locale.ENGLISH, last);
    assertEquals(-1, heard.indexOf("metres"), heard);
    assertEquals(true, heard.contains("5m, 5, m. "), heard);
    assertEquals(true, heard.contains("their, t h e i r"), heard);
  }

  private static Sentence letters(String word) {
    return Sentence.of("ear.plain", Spelling.letters(word, ByEar.Alphabet.OFF));
  }

  private static String heard(Locale language, Sentence sentence) {
    RecordingVoice voice = new RecordingVoice("only", language.getLanguage());
    try (SpeechQueue queue =
        new SpeechQueue(
            Map.of(Purpose.INTERFACE, new Delivery(List.of(voice), 180, new Speakable())),
            SpeechQueue.PATIENCE,
            new RecordingSpeaker(false),
            _ -> {})) {
      queue.say(new Utterance(Wording.of(language).say(sentence), language, Priority.ANSWER));
      assertEquals(true, queue.awaitSilence(Duration.ofSeconds(20)));
    }
    return String.join(" | ", voice.asked());
  }
}
