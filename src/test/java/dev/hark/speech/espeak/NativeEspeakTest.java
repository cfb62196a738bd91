package dev.hark.speech.espeak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.Engines;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.Taken;
import dev.hark.speech.UnspeakableTextException;
import dev.hark.speech.VoiceProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@Requirement("SND-16")
class NativeEspeakTest {
  private static final Locale DUTCH = Locale.of("nl");
  private static final Locale HINDI = Locale.of("hi");

  private static NativeEspeakSynthesizer engine(EspeakVoice voice) {
    assumeTrue(
        NativeEspeakSynthesizer.place(Map.of()).isPresent(),
        "libespeak-ng is not installed on this machine");
    return new NativeEspeakSynthesizer(Map.of(), voice, 100);
  }

  private static double seconds(Synthesizer engine, String text, Locale language, int rate) {
    Taken taken = new Taken();
    engine.speak(text, language, rate, taken);
    return taken.seconds();
  }

  @Test
  void manyLanguagesAreSpokenInThisProcess() {
    try (NativeEspeakSynthesizer engine = engine(EspeakVoice.ANY)) {
      assertTrue(engine.speaks(DUTCH) && engine.speaks(HINDI) && engine.speaks(Locale.UK));
      assertFalse(engine.speaks(Locale.of("xx")));
      assertTrue(seconds(engine, "Verstuurd. 18 cent volgt.", DUTCH, 180) > 1);
      assertTrue(seconds(engine, "मेरा नाम हार्क है।", HINDI, 180) > 0.8);
      double slow = seconds(engine, "The old lighthouse keeper rowed out.", Locale.UK, 120);
      double fast = seconds(engine, "The old lighthouse keeper rowed out.", Locale.UK, 400);
      assertTrue(slow > 2 * fast, slow + " and " + fast);
    }
  }

  @Test
  void itSaysTheSameAsTheProgram() {
    Optional<Path> program = EspeakSynthesizer.find(System.getenv("PATH"));
    assumeTrue(program.isPresent(), "espeak-ng is not installed on this machine");
    try (NativeEspeakSynthesizer inside = engine(EspeakVoice.ANY);
        EspeakSynthesizer beside = new EspeakSynthesizer(program.get(), EspeakVoice.ANY, 100)) {
      String text = "Uitschrijven, 8 seconden spraak.";
      assertEquals(seconds(beside, text, DUTCH, 180), seconds(inside, text, DUTCH, 180), 0.3);
    }
  }

  @Test
  void itStopsWhenNoMoreIsWantedAndThenSaysTheNext() {
    try (NativeEspeakSynthesizer engine = engine(EspeakVoice.ANY)) {
      Taken three = new Taken(3);
      engine.speak("een heel lange zin ".repeat(2000), DUTCH, 180, three);
      assertEquals(3, three.calls());
      assertTrue(seconds(engine, "Volgende", DUTCH, 180) > 0.3);
    }
  }

  @Test
  void whatMakesNoSoundIsAFailure() {
    try (NativeEspeakSynthesizer engine = engine(EspeakVoice.ANY)) {
      assertThrows(IllegalStateException.class, () -> seconds(engine, "a", Locale.of("xx"), 180));
      engine.speak("...", DUTCH, 180, new Taken());
      assertThrows(
          UnspeakableTextException.class, () -> engine.speak("ꦏ", DUTCH, 180, new Taken()));
    }
  }

  @Test
  @Requirement("SND-22")
  void aVoiceOfAnUnknownNameIsToldAndTheUsualOneSpeaks() {
    try (NativeEspeakSynthesizer engine = engine(new EspeakVoice("nosuch", DUTCH))) {
      assertEquals(
          Optional.of(Sentence.of("speech.unknown-voice", "nosuch", "espeak-ng")),
          engine.complaint());
      assertTrue(seconds(engine, "Verstuurd", DUTCH, 180) > 0.3);
    }
    try (NativeEspeakSynthesizer engine = engine(new EspeakVoice("nl+f3", DUTCH))) {
      assertEquals(Optional.empty(), engine.complaint());
    }
  }

  @Test
  @Requirement("SND-23")
  void twoThatSpeakAtTheSameTimeDoNotDisturbEachOther() {
    try (NativeEspeakSynthesizer one = engine(EspeakVoice.ANY);
        NativeEspeakSynthesizer other = engine(EspeakVoice.ANY)) {
      String text = "Radioarchief, 4,6 van 38 werkers. ".repeat(10);
      double alone = seconds(one, text, DUTCH, 180);
      CompletableFuture<Double> first =
          CompletableFuture.supplyAsync(() -> seconds(one, text, DUTCH, 180));
      CompletableFuture<Double> second =
          CompletableFuture.supplyAsync(() -> seconds(other, text, DUTCH, 180));
      assertEquals(alone, first.join(), 0.05);
      assertEquals(alone, second.join(), 0.05);
    }
  }

  @Test
  void theVoiceIsOfTheTextsLanguageWhateverWasAskedFor() {
    assertEquals("nl", new EspeakVoice("", Locale.ENGLISH).of(DUTCH));
    assertEquals("nl", new EspeakVoice("en-us", Locale.ENGLISH).of(DUTCH));
    assertEquals("nl+f3", new EspeakVoice("en+f3", Locale.ENGLISH).of(DUTCH));
    assertEquals("en-us", new EspeakVoice("en-us", Locale.ENGLISH).of(Locale.UK));
    assertEquals("Annie", new EspeakVoice("Annie", DUTCH).of(DUTCH));
    assertEquals("en", new EspeakVoice("Annie", DUTCH).of(Locale.UK));
  }

  @Test
  void aProfileTakesTheLibraryAndBehindItTheProgram() {
    assumeTrue(
        EspeakSynthesizer.find(System.getenv("PATH")).isPresent(),
        "espeak-ng is not installed on this machine");
    VoiceProfile profile = new VoiceProfile("a", "A.", "espeak-ng", "", DUTCH, 180, 100, 100);
    List<String> kinds =
        Engines.forProfile(profile, Map.of("PATH", System.getenv("PATH")), false).stream()
            .map(engine -> engine.getClass().getSimpleName())
            .limit(3)
            .toList();
    assertEquals(
        List.of("NativeEspeakSynthesizer", "EspeakSynthesizer", "FreeTtsSynthesizer"), kinds);
    assertFalse(
        new NativeEspeakSynthesizer(
                Map.of("HARK_ESPEAK_LIBRARY", "/no/such/library.so"), EspeakVoice.ANY, 100)
            .speaks(DUTCH));
  }
}
