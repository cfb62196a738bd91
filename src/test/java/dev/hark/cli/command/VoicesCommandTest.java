package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.HarkRun;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VoicesCommandTest {
  @TempDir Path home;
  private HarkRun hark = new HarkRun(Path.of("."));

  @BeforeEach
  void begin() {
    hark = new HarkRun(home);
  }

  private Path profile(String name, String text) throws IOException {
    Path voices = hark.folders().made().config().resolve("voices");
    Files.createDirectories(voices);
    return Files.writeString(voices.resolve(name + ".yaml"), text);
  }

  @Test
  @Requirement("SAY-34")
  void whatThisMachineCanDoIsALineEach() {
    List<String> lines = hark.run("voices").lines();
    assertTrue(
        lines.containsAll(
            List.of(
                "default: The English voice that comes with Hark, at an easy pace.",
                "freetts (embedded) speaks English.",
                "freetts has the voices kevin16 and kevin.",
                "default speaks; hark settings set voice NAME chooses another.")),
        lines.toString());
    List<String> engines = lines.stream().map(line -> line.replaceAll(" .*", "")).toList();
    assertTrue(engines.indexOf("espeak-ng") == engines.lastIndexOf("espeak-ng"), lines.toString());
  }

  @Test
  @Requirement("SAY-34")
  void inDutchTheyAreDescribedInDutch() throws Exception {
    profile("mine", "sentence: My own.\n");
    List<String> lines = hark.run("voices", "--lang", "nl").lines();
    assertTrue(
        lines.containsAll(
            List.of(
                "default: De Engelse stem die bij Hark hoort, in een rustig tempo.",
                "mine: My own.",
                "freetts (inbegrepen) spreekt Engels.")),
        lines.toString());
  }

  @Test
  @Requirement({"SAY-30", "SAY-34"})
  void theVoiceOfEachPurposeIsTold() throws Exception {
    profile("calm", "sentence: Calm.\nrate: 120\n");
    hark.run("settings", "set", "voice-tasks", "calm");
    hark.run("settings", "set", "voice-read-back", "spelling");
    List<String> lines = hark.run("voices").lines();
    assertTrue(lines.contains("calm speaks what requesters wrote."), lines.toString());
    assertTrue(lines.contains("spelling reads your answers back."), lines.toString());

    JsonNode json = Json.MAPPER.readTree(hark.run("voices", "--json").out());
    assertEquals("calm", json.at("/chosen/task").asText());
    assertEquals("spelling", json.at("/chosen/read-back").asText());
    assertEquals("freetts", json.at("/engines/0/name").asText());
    assertEquals("calm", json.at("/voices/0/name").asText());
    assertEquals(120, json.at("/voices/0/rate").asInt());
    assertEquals("SOME", json.at("/voices/0/style/punctuation").asText());
  }

  @Test
  @Requirement({"SAY-33", "SAY-34"})
  void aFaultyProfileIsToldAndTheOthersAreListed() throws Exception {
    Path broken = profile("broken", "rate: 5\nengine: siri\n");
    hark.run("settings", "set", "voice-tasks", "broken");
    HarkRun.Outcome outcome = hark.run("voices");
    assertEquals(3, outcome.code());
    assertTrue(outcome.err().contains(broken + ", line 1: rate is 5."), outcome.err());
    assertTrue(outcome.err().contains(" Line 2: there is no engine siri."), outcome.err());
    assertTrue(outcome.out().contains("default speaks; "), outcome.out());
  }

  @Test
  @Requirement("SAY-34")
  void aSessionTakesAVoiceForOneRunAndAnUnknownOneIsToldAtOnce() {
    HarkRun.Outcome outcome = hark.run("work", "--profile", "nobody");
    assertEquals(3, outcome.code());
    assertEquals(
        "There is no voice profile nobody."
            + " There are default, dutch, fast, hindi, slow and spelling.",
        outcome.err().strip());
  }
}
