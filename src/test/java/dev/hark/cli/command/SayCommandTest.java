package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.cli.HarkRun;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("SAY-35")
final class SayCommandTest {
  @TempDir Path home;
  private HarkRun hark = new HarkRun(Path.of("."));
  private Path file = Path.of(".");

  @BeforeEach
  void begin() {
    hark = new HarkRun(home);
    file = home.resolve("said.wav");
  }

  private double seconds(String... text) {
    String[] args =
        Stream.concat(Stream.of("say", "--out", file.toString()), Stream.of(text))
            .toArray(String[]::new);
    HarkRun.Outcome outcome = hark.run(args);
    assertEquals(0, outcome.code(), outcome.err());
    Clip clip = Wav.read(file);
    assertTrue(clip.samples().length > 0);
    return clip.length().toMillis() / 1000.0;
  }

  @Test
  void aTextBecomesAFileInTheVoiceThatIsNamed() throws Exception {
    double usual = seconds("Accepted.", "6 minutes, for €0.05.");
    assertTrue(usual > 1 && usual < 6, usual + " s");
    assertTrue(seconds("--voice", "slow", "Accepted. 6 minutes, for €0.05.") > usual * 1.2);
    assertTrue(seconds("--voice", "spelling", "Accepted. 6 minutes, for €0.05.") > usual);
    HarkRun.Outcome outcome = hark.run("say", "--json", "--out", file.toString(), "Sent.");
    JsonNode json = Json.MAPPER.readTree(outcome.out());
    assertEquals(Wav.read(file).length().toMillis(), json.get("millis").asLong());
    assertEquals("default", json.get("voice").asText());
  }

  @Test
  void whatIsSentToItIsSaid() {
    assertTrue(seconds("Accepted.") < 2);
    hark =
        new HarkRun(home).typing("The old lighthouse keeper rowed out at dawn.", "Nobody saw him.");
    assertTrue(seconds() > 2);
    hark = new HarkRun(home).typing("The old lighthouse keeper rowed out at dawn.");
    assertTrue(seconds("-") > 1.5);
  }

  @Test
  @Requirement("SND-10")
  void textOfAScriptThatNoneSpeaksIsToldInTheFileToo() throws IOException {
    Path voices = hark.folders().made().config().resolve("voices");
    Files.createDirectories(voices);
    double around = seconds("Write now.");
    assertTrue(seconds("Write 𐌲𐌿𐍄𐌹𐍃𐌺 now.") > around + 0.4, "text in another script");
  }

  @Test
  void whereNothingIsSaidNoFileIsMadeAndOneSentenceSaysSo() throws Exception {
    Path voices = hark.folders().made().config().resolve("voices");
    Files.createDirectories(voices);
    Files.writeString(voices.resolve("mute.yaml"), "engine: silent\n");
    HarkRun.Outcome outcome = hark.run("say", "--voice", "mute", "--out", file.toString(), "Hello");
    assertEquals(1, outcome.code());
    assertEquals(
        "Nothing was said by the voice mute; hark voices tells which voices there are.",
        outcome.err().strip());
    assertFalse(Files.exists(file));

    HarkRun.Outcome unknown =
        hark.run("say", "--language", "tlh", "--out", file.toString(), "qapla");
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().startsWith("No voice here speaks "), unknown.err());
    assertFalse(Files.exists(file));
  }

  @Test
  void aMistakeIsOneSentence() {
    assertEquals(2, hark.run("say").code());
    assertEquals(2, hark.run("say", "--language", "Dutch", "x").code());
    assertEquals(3, hark.run("say", "--voice", "nobody", "x").code());
    HarkRun.Outcome outcome =
        hark.run("say", "--out", home.resolve("none").resolve("a.wav").toString(), "Hello");
    assertEquals(6, outcome.code());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
  }
}
