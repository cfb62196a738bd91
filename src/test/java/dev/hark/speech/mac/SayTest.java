package dev.hark.speech.mac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.fault.Sentence;
import dev.hark.speech.Engines;
import dev.hark.speech.Taken;
import dev.hark.speech.VoiceProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in the place of say, which lists, takes and writes what the manual of say tells. */
@Requirement("SND-18")
class SayTest {
  private static final Locale DUTCH = Locale.of("nl");

  @TempDir Path folder;

  @BeforeEach
  void say() throws Exception {
    short[] samples = new short[22_050];
    Arrays.fill(samples, (short) 500);
    Wav.write(folder.resolve("second.wav"), new Clip(samples, 22_050));
    Path program = folder.resolve("say");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ "$2" = "?" ]; then
          echo "Daniel              en_GB    # Hello! My name is Daniel."
          echo "Eddy (English (UK)) en_GB    # Hello! My name is Eddy."
          echo "Xander              nl_NL    # Hallo! Mijn naam is Xander."
          exit
        fi
        echo "$*" | sed 's/-o [^ ]*/-o FILE/' >> '%1$s/asked'
        text=$(cat)
        echo "$text" >> '%1$s/texts'
        case "$text" in *break*) exit 1;; *hush*) exit 0;; esac
        cp '%1$s/second.wav' "$2"
        """
            .formatted(folder));
    assumeTrue(program.toFile().setExecutable(true), "scripts cannot be run on this machine");
  }

  private SaySynthesizer engine(String voice, Locale own) {
    return new SaySynthesizer(folder.resolve("say"), voice, own);
  }

  private List<String> lines(String file) throws Exception {
    return Files.readAllLines(folder.resolve(file));
  }

  @Test
  void aTextIsSpokenByAVoiceOfItsLanguageAtItsRate() throws Exception {
    try (SaySynthesizer say = engine("", Locale.ENGLISH)) {
      assertTrue(say.speaks(DUTCH) && say.speaks(Locale.US));
      assertFalse(say.speaks(Locale.of("hi")));
      Taken taken = new Taken();
      say.speak("Verstuurd [[volm 0]].", DUTCH, 240, taken);
      assertEquals(1, taken.seconds(), 0.001);
      say.speak("Sent.", Locale.UK, 900, new Taken());
    }
    String form = "-o FILE --file-format=WAVE --data-format=LEI16@22050 -r ";
    assertEquals(
        List.of(form + "240 -v Xander -f -", form + "600 -f -"),
        lines("asked"),
        "the person's own voice for their own language");
    assertEquals(List.of("Verstuurd [ [volm 0]].", "Sent."), lines("texts"));
  }

  @Test
  void aVoiceIsUsedForItsLanguageOnly() throws Exception {
    try (SaySynthesizer say = engine("Eddy (English (UK))", DUTCH)) {
      assertEquals(Optional.empty(), say.complaint());
      say.speak("Sent.", Locale.UK, 200, new Taken());
      say.speak("Verstuurd.", DUTCH, 200, new Taken());
    }
    assertTrue(lines("asked").getFirst().endsWith("-v Eddy (English (UK)) -f -"));
    assertTrue(lines("asked").getLast().endsWith("-r 200 -f -"));
  }

  @Test
  @Requirement("SND-22")
  void anUnknownVoiceIsTold() {
    try (SaySynthesizer say = engine("Nobody", DUTCH)) {
      assertEquals(
          Optional.of(Sentence.of("speech.unknown-voice", "Nobody", "say")), say.complaint());
    }
  }

  @Test
  void aLongTextIsSpokenInPiecesAndStopsBetweenThem() throws Exception {
    try (SaySynthesizer say = engine("", DUTCH)) {
      String text = "Een zin van een woord of acht, en dan nog een. ".repeat(20);
      Taken first = new Taken(2);
      say.speak(text, DUTCH, 200, first);
      assertEquals(List.of("Een zin van een woord of acht, en dan nog een."), lines("texts"));
      Taken all = new Taken();
      say.speak(text, DUTCH, 200, all);
      assertEquals(
          text.strip(), String.join(" ", lines("texts").subList(1, lines("texts").size())));
      assertEquals(lines("texts").size() - 1, all.seconds(), 0.01);
    }
  }

  @Test
  void aFailureAndSilenceAreFailures() {
    try (SaySynthesizer say = engine("", DUTCH)) {
      assertThrows(IllegalStateException.class, () -> say.speak("break", DUTCH, 200, new Taken()));
      assertThrows(IllegalStateException.class, () -> say.speak("hush", DUTCH, 200, new Taken()));
    }
  }

  @Test
  void theEngineIsListedAndAProfileMayChooseIt() {
    Map<String, String> environment =
        Map.of("PATH", folder.toString() + ":/bin:/usr/bin", "HARK_ESPEAK_LIBRARY", "none");
    assertTrue(
        Engines.find(environment)
            .contains(
                new Engines.Found(
                    "say",
                    folder.resolve("say").toString(),
                    List.of("Daniel", "Eddy (English (UK))", "Xander"),
                    List.of("en", "nl"))));
    VoiceProfile profile = new VoiceProfile("a", "A.", "say", "", DUTCH, 180, 100, 100);
    assertEquals("say", Engines.forProfile(profile, environment).getFirst().name());
  }
}
