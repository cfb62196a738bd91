package dev.hark.cli.bench.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Recognizers;
import dev.hark.speech.listen.pocketsphinx.PocketSphinx;
import dev.hark.transcript.WordErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("VOI-45")
final class RespokenTest {
  private static final List<String> SAID =
      List.of(
          "the people of the city went back to the market",
          "we will go to the house in the morning");

  @TempDir Path folder;

  @Test
  void whatIsSaidInASessionIsWhatTheHubHasOfEachRecording() throws IOException {
    assumeTrue(
        PocketSphinx.find(System.getenv().getOrDefault("PATH", "")).isPresent(),
        "pocketsphinx is not installed");
    assertEquals(List.of(), Recorded.in(folder));
    try (FreeTtsSynthesizer voice = new FreeTtsSynthesizer();
        Respoken respoken =
            new Respoken(
                recordings(voice),
                new Recognizers(System.getenv(), Optional.empty()),
                Files.createDirectory(folder.resolve("hub")))) {
      WordErrors said = respoken.errors(one -> Speech.of(voice, Locale.ENGLISH, one.words()));
      assertEquals(19, said.words());
      assertTrue(said.errors() <= 4, said.toString());
      WordErrors again = respoken.errors(one -> Speech.read(one.file()));
      assertEquals(19, again.words());
    }
  }

  private List<Recorded> recordings(FreeTtsSynthesizer voice) throws IOException {
    StringBuilder manifest = new StringBuilder("file\tsplit\treference\n");
    for (int i = 0; i < SAID.size(); i++) {
      String name = i + ".wav";
      short[] samples = Speech.of(voice, Locale.ENGLISH, SAID.get(i)).samples();
      Wav.write(folder.resolve(name), new Clip(samples, Recognizer.RATE));
      manifest.append(name + "\tsome\t" + SAID.get(i) + "\n");
    }
    Files.writeString(folder.resolve("manifest.tsv"), manifest);
    return Recorded.in(folder);
  }
}
