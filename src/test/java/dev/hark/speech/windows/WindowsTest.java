package dev.hark.speech.windows;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in the place of PowerShell, which answers what our script in it would answer. */
@Requirement("SND-19")
class WindowsTest {
  private static final Locale DUTCH = Locale.of("nl");

  @TempDir Path folder;

  @BeforeEach
  void powerShell() throws Exception {
    short[] samples = new short[22_050];
    Arrays.fill(samples, (short) 500);
    Wav.write(folder.resolve("second.wav"), new Clip(samples, 22_050));
    Path program = folder.resolve("powershell.exe");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo "$*" >> '%1$s/started'
        printf 'voice\\tMicrosoft Zira Desktop\\ten-US\\r\\n'
        printf 'voice\\tMicrosoft David Desktop\\ten-US\\r\\n'
        printf 'voice\\tMicrosoft Frank\\tnl-NL\\r\\n'
        printf 'ready\\tMicrosoft David Desktop\\r\\n'
        tab=$(printf '\\t')
        while IFS="$tab" read -r voice rate volume file words; do
          text=$(printf %%s "$words" | base64 -d)
          echo "$voice|$rate|$volume|$text" >> '%1$s/asked'
          case "$text" in
            *break*) printf 'failed\\r\\n';;
            *die*) exit 3;;
            *) cp '%1$s/second.wav' "$file"; printf 'done\\r\\n';;
          esac
        done
        """
            .formatted(folder));
    assumeTrue(program.toFile().setExecutable(true), "scripts cannot be run on this machine");
  }

  private WindowsSynthesizer engine(String voice) {
    return new WindowsSynthesizer(folder.resolve("powershell.exe"), voice);
  }

  private List<String> lines(String file) throws Exception {
    return Files.readAllLines(folder.resolve(file));
  }

  @Test
  void oneProgramSpeaksTextAfterTextByVoicesOfTheirLanguages() throws Exception {
    try (WindowsSynthesizer windows = engine("")) {
      assertTrue(windows.speaks(DUTCH) && windows.speaks(Locale.US));
      assertFalse(windows.speaks(Locale.of("hi")));
      Taken taken = new Taken();
      windows.speak("Verstuurd: 18 €.\tGoed.", DUTCH, 180, taken);
      assertEquals(1, taken.seconds(), 0.001);
      windows.speak("Sent.", Locale.UK, 540, new Taken());
    }
    assertEquals(
        List.of(
            "Microsoft Frank|0|100|Verstuurd: 18 €. Goed.", "Microsoft David Desktop|10|100|Sent."),
        lines("asked"));
    assertEquals(1, lines("started").size());
    String script = lines("started").getFirst().replaceAll(".*-EncodedCommand ", "");
    assertTrue(
        new String(Base64.getDecoder().decode(script), StandardCharsets.UTF_16LE)
            .contains("System.Speech.Synthesis.SpeechSynthesizer"));
  }

  @Test
  void aVoiceIsUsedForItsLanguageOnly() throws Exception {
    try (WindowsSynthesizer windows = engine("Microsoft Zira Desktop")) {
      assertEquals(Optional.empty(), windows.complaint());
      windows.speak("Sent.", Locale.US, 180, new Taken());
      windows.speak("Verstuurd.", DUTCH, 180, new Taken());
    }
    assertEquals(
        List.of("Microsoft Zira Desktop|0|100|Sent.", "Microsoft Frank|0|100|Verstuurd."),
        lines("asked"));
  }

  @Test
  @Requirement("SND-22")
  void anUnknownVoiceIsTold() {
    try (WindowsSynthesizer windows = engine("Nobody")) {
      assertEquals(
          Optional.of(Sentence.of("speech.unknown-voice", "Nobody", "windows")),
          windows.complaint());
    }
  }

  @Test
  void aFailureIsOneAndAProgramThatDiedIsStartedAgain() throws Exception {
    try (WindowsSynthesizer windows = engine("")) {
      assertThrows(
          IllegalStateException.class, () -> windows.speak("break", DUTCH, 180, new Taken()));
      assertThrows(
          IllegalStateException.class, () -> windows.speak("die", DUTCH, 180, new Taken()));
      Taken taken = new Taken();
      windows.speak("Verstuurd.", DUTCH, 180, taken);
      assertEquals(1, taken.seconds(), 0.001);
      assertEquals(2, lines("started").size());
    }
  }

  @Test
  void theEngineIsListedOnWindowsOnlyAndAProfileMayChooseIt() {
    Map<String, String> environment =
        Map.of(
            "PATH",
            folder.toString() + ":/bin:/usr/bin",
            "HARK_ESPEAK_LIBRARY",
            "none",
            "OS",
            "Windows_NT");
    assertTrue(
        Engines.find(environment).stream()
            .anyMatch(
                found ->
                    found.name().equals("windows")
                        && found.languages().equals(List.of("en", "nl"))
                        && found.voices().contains("Microsoft Frank")));
    VoiceProfile profile = new VoiceProfile("a", "A.", "windows", "", DUTCH, 180, 100, 100);
    assertEquals("windows", Engines.forProfile(profile, environment).getFirst().name());
    assertTrue(WindowsSynthesizer.find(Map.of("PATH", folder.toString())).isEmpty());
  }
}
