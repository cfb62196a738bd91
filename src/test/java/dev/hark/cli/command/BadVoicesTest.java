package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Wav;
import dev.hark.audio.decode.SeekableSound;
import dev.hark.cli.HarkRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles and texts that nobody means, by {@code hark say}. */
@Requirement("SND-37")
final class BadVoicesTest {
  @TempDir Path home;
  private HarkRun hark = new HarkRun(Path.of("."));
  private Path file = Path.of(".");

  @BeforeEach
  void begin() {
    hark = new HarkRun(home);
    file = home.resolve("said.wav");
  }

  private void profile(String text) throws IOException {
    Path voices = hark.folders().made().config().resolve("voices");
    Files.writeString(
        Files.createDirectories(voices).resolve("mine.yaml"), text.replace(";", "\n"));
  }

  private HarkRun.Outcome say(String voice, String text) {
    return hark.run("say", "--voice", voice, "--out", file.toString(), text);
  }

  private static void assertOneSentence(HarkRun.Outcome outcome) {
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().strip().endsWith("."), outcome.err());
    assertFalse(outcome.err().contains("Exception"), outcome.err());
    assertEquals("", outcome.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "engine: siri|there is no engine siri",
        "rate: 0|rate is 0. Write a number from 60 to 600",
        "rate: 99999|rate is 99999. Write a number from 60 to 600",
        "rate: [1|line 1",
        "name: x;\"rate|this is not written as a field",
        "{{{{|line 1",
        "lexicon: missing.yaml|there is no file missing.yaml",
        "language: Klingon|is no language code",
        "rate: 0;hurry: yes;pitch: 1|, line 1: rate is 0. Write a number from 60 to 600. Line 2:"
            + " there is no field hurry",
      })
  void aProfileThatCannotBeUsedIsOneSentenceAndNoFileIsMade(String text, String said)
      throws IOException {
    profile(text);
    HarkRun.Outcome outcome = say("mine", "hello");
    assertEquals(3, outcome.code(), outcome.err());
    assertOneSentence(outcome);
    assertTrue(outcome.err().contains(said), outcome.err());
    assertFalse(Files.exists(file));
  }

  @Test
  @Requirement("SAY-33")
  void whatIsNoTextIsToldAsThat() throws IOException {
    profile("");
    Files.write(
        hark.folders().config().resolve("voices").resolve("mine.yaml"), new byte[] {0, -1, -2});
    HarkRun.Outcome outcome = say("mine", "hello");
    assertEquals(3, outcome.code(), outcome.err());
    assertOneSentence(outcome);
    assertTrue(outcome.err().contains("is no text in UTF-8"), outcome.err());
  }

  @Test
  @Requirement("SAY-32")
  void everyFieldMayBeLeftOut() throws IOException {
    profile("# nothing yet;");
    assertEquals(0, say("mine", "hello").code());
    profile("");
    assertEquals(0, say("mine", "hello").code());
  }

  @Test
  void aVoiceThatTheEngineDoesNotHaveIsToldAndItsUsualOneSpeaks() throws IOException {
    profile("engine: freetts;voice: nobody;");
    HarkRun.Outcome outcome = say("mine", "hello");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains("nobody"), outcome.err());
    assertTrue(Wav.read(file).samples().length > 0);
  }

  @Test
  void aProfileThatIsNotThereIsOneSentence() {
    HarkRun.Outcome outcome = say("nobody", "hello");
    assertTrue(outcome.code() > 0);
    assertOneSentence(outcome);
  }

  @Test
  void aHundredThousandCharactersAreSaidWhole() {
    HarkRun.Outcome outcome = say("fast", "a good word or two ".repeat(5264).substring(0, 100_000));
    assertEquals(0, outcome.code(), outcome.err());
    try (SeekableSound sound = SeekableSound.open(file)) {
      assertTrue(sound.length().toMinutes() > 20, sound.length().toString());
    }
  }

  @Test
  void controlCharactersAreNoWords() {
    HarkRun.Outcome outcome = say("default", "\u0000hel\u0007lo\u001b[31m the\u202ere\u0085\uffff");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(Wav.read(file).length().toMillis() < 5000);
    HarkRun.Outcome none = say("default", "\u0001\u0002\u0003");
    assertTrue(none.code() > 0, none.out());
    assertOneSentence(none);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "fast", "slow", "dutch", "hindi", "spelling"})
  void everyPresetSpeaksOrSaysWhyNot(String preset) {
    HarkRun.Outcome outcome =
        say(preset, preset.equals("hindi") ? "नमस्ते दुनिया" : "Radio 4, een twee drie.");
    if (outcome.code() == 0) {
      assertTrue(Wav.read(file).samples().length > 0);
    } else {
      assertFalse(Files.exists(file));
      assertTrue(outcome.err().strip().endsWith("."), outcome.err());
    }
  }
}
