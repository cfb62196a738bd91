package dev.hark.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.RecordingVoice.Mood;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@Requirement("SND-5")
class FailoverTest {
  private static final Locale DUTCH = Locale.of("nl");

  private final RecordingSpeaker ears = new RecordingSpeaker(true);
  private final List<Sentence> news = new CopyOnWriteArrayList<>();
  private final RecordingVoice first = new RecordingVoice("first", "en");
  private final RecordingVoice second = new RecordingVoice("second", "en", "nl");

  private SpeechQueue queue(Duration patience, RecordingVoice... voices) {
    return new SpeechQueue(List.of(voices), 180, patience, ears, news::add);
  }

  private void sayAll(SpeechQueue queue, Locale language, String... texts) {
    for (String text : texts) {
      queue.say(new Utterance(text, language, Priority.ANSWER));
      assertTrue(queue.awaitSilence(Duration.ofSeconds(20)));
    }
  }

  @Test
  void theNextEngineGoesOnWhereOneFailsAndThatIsSaidOnce() {
    first.mood(Mood.FAILING);
    try (SpeechQueue queue = queue(SpeechQueue.PATIENCE, first, second)) {
      sayAll(queue, Locale.ENGLISH, "One", "Two");
    }
    assertEquals(List.of("One", "Two"), ears.heard());
    assertEquals(List.of("One"), first.asked());
    assertEquals(List.of(Sentence.of("speech.engine-failed", "first", "second")), news);
  }

  @Test
  void whatAnEngineLeftHalfSaidIsSaidByTheNext() {
    first.mood(Mood.FAILING_HALFWAY);
    try (SpeechQueue queue = queue(SpeechQueue.PATIENCE, first, second)) {
      sayAll(queue, Locale.ENGLISH, "The whole sentence");
    }
    assertEquals(List.of("The whole sentence (cut)", "The whole sentence"), ears.heard());
  }

  @Test
  void anEngineThatHangsIsLeftBehind() {
    first.mood(Mood.HANGING);
    try (SpeechQueue queue = queue(Duration.ofMillis(50), first, second)) {
      sayAll(queue, Locale.ENGLISH, "One", "Two");
    }
    assertEquals(List.of("One", "Two"), ears.heard());
    assertEquals(List.of("One"), first.asked());
    assertEquals("speech.engine-failed", news.getFirst().key());
  }

  @Test
  void anEngineThatBlocksInTheMiddleIsLeftBehindAndTheNextSaysAllOfIt() {
    first.mood(Mood.HANGING_HALFWAY);
    try (SpeechQueue queue = queue(Duration.ofMillis(50), first, second)) {
      sayAll(queue, Locale.ENGLISH, "The whole sentence", "Two");
    }
    assertEquals(List.of("The whole sentence (cut)", "The whole sentence", "Two"), ears.heard());
    assertEquals(List.of(Sentence.of("speech.engine-failed", "first", "second")), news);
  }

  @Test
  @Requirement("SND-22")
  void whatAnEngineHasToSayOfItselfIsToldOnce() {
    try (SpeechQueue queue =
        new SpeechQueue(
            List.of(FreeTtsSynthesizer.asked("nobody", 100)),
            180,
            SpeechQueue.PATIENCE,
            ears,
            news::add)) {
      sayAll(queue, Locale.ENGLISH, "One", "Two");
    }
    assertEquals(List.of("One", "Two"), ears.heard());
    assertEquals(List.of(Sentence.of("speech.unknown-voice", "nobody", "freetts")), news);
  }

  @Test
  void withTheLastEngineGoneThereIsSilenceAndOneSentence() {
    first.mood(Mood.FAILING);
    try (SpeechQueue queue = queue(SpeechQueue.PATIENCE, first)) {
      sayAll(queue, Locale.ENGLISH, "One", "Two", "Three");
    }
    assertEquals(List.of(), ears.heard());
    assertEquals(List.of(Sentence.of("speech.none-left", "first")), news);
  }

  @Test
  void aTextThatOneEngineCannotSayGoesToTheNextAndTheEngineStays() {
    first.mood(Mood.MUTE);
    try (SpeechQueue queue = queue(SpeechQueue.PATIENCE, first, second)) {
      sayAll(queue, Locale.ENGLISH, "One");
      first.mood(Mood.WELL);
      sayAll(queue, Locale.ENGLISH, "Two");
    }
    assertEquals(List.of("One", "Two"), ears.heard());
    assertEquals(List.of("One", "Two"), first.asked());
    assertEquals(List.of("One"), second.asked());
    assertEquals(List.of(Sentence.of("speech.no-sound", "first", "second")), news);
  }

  @Test
  @Requirement("SND-39")
  void thatAnEngineGivesNoSoundIsToldOnce() {
    first.mood(Mood.MUTE);
    try (SpeechQueue queue = queue(SpeechQueue.PATIENCE, first, second)) {
      sayAll(queue, Locale.ENGLISH, "One", "Two");
    }
    assertEquals(List.of("One", "Two"), ears.heard());
    assertEquals(List.of(Sentence.of("speech.no-sound", "first", "second")), news);
  }

  @Test
  @Requirement("SND-39")
  void thatAnEngineIsNotHereIsToldOnceWhereAnotherSpeaks() {
    Sentence why = Sentence.of("speech.no-engine", "say");
    try (SpeechQueue queue =
        new SpeechQueue(
            List.of(new AbsentSynthesizer("say", why), first),
            180,
            SpeechQueue.PATIENCE,
            ears,
            news::add)) {
      sayAll(queue, Locale.ENGLISH, "One", "Two");
      assertEquals(List.of(why), news);
      sayAll(queue, DUTCH, "Drie");
    }
    assertEquals(List.of("One", "Two"), ears.heard());
    assertEquals(List.of(why, Sentence.of("speech.no-voice", DUTCH)), news);
  }

  @Test
  void thatAnEnginesProgramGoesOnForItsLibraryIsNoNews() {
    first.mood(Mood.FAILING);
    try (SpeechQueue queue =
        queue(SpeechQueue.PATIENCE, first, new RecordingVoice("first", "en"), second)) {
      sayAll(queue, Locale.ENGLISH, "One");
    }
    assertEquals(List.of("One"), ears.heard());
    assertEquals(List.of(), news);
  }

  @Test
  void aTextThatNobodyCanSayIsToldOnce() {
    first.mood(Mood.MUTE);
    try (SpeechQueue queue = queue(SpeechQueue.PATIENCE, first)) {
      sayAll(queue, Locale.ENGLISH, "One", "Two");
      first.mood(Mood.WELL);
      sayAll(queue, Locale.ENGLISH, "Three");
      first.mood(Mood.MUTE);
      sayAll(queue, Locale.ENGLISH, "Four");
    }
    assertEquals(List.of("Three"), ears.heard());
    Sentence told = Sentence.of("speech.cannot-say");
    assertEquals(List.of(told, told), news);
  }

  @Test
  @Requirement("SND-6")
  void theLanguageOfTheTextChoosesTheEngine() {
    try (SpeechQueue queue = queue(SpeechQueue.PATIENCE, first, second)) {
      sayAll(queue, DUTCH, "Verstuurd");
      sayAll(queue, Locale.UK, "Sent");
    }
    assertEquals(List.of("Sent"), first.asked());
    assertEquals(List.of("Verstuurd"), second.asked());
  }

  @Test
  @Requirement("SND-6")
  void dutchIsNeverReadByAnEnglishVoice() {
    try (SpeechQueue queue = queue(SpeechQueue.PATIENCE, first)) {
      sayAll(queue, DUTCH, "Verstuurd", "Volgende");
      sayAll(queue, Locale.ENGLISH, "Sent");
    }
    assertEquals(List.of("Sent"), first.asked());
    assertEquals(List.of("Sent"), ears.heard());
    assertEquals(List.of(Sentence.of("speech.no-voice", DUTCH)), news);
  }

  @Test
  void anEngineThatCameBackToItselfAfterItWasLeftIsClosed() {
    first.mood(Mood.HANGING);
    try (SpeechQueue queue = queue(Duration.ofMillis(50), first)) {
      sayAll(queue, Locale.ENGLISH, "One");
      long end = System.nanoTime() + 20_000_000_000L;
      while (!first.closed() && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
    assertTrue(first.closed());
  }
}
