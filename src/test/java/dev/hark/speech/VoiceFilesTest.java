package dev.hark.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.wording.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("SND-11")
class VoiceFilesTest {
  private static final Path SHIPPED = Path.of(System.getProperty("hark.root", "."), "voices");

  @TempDir Path own;

  private VoiceFiles files() {
    return new VoiceFiles(List.of(SHIPPED, own.resolve("missing"), own));
  }

  @Test
  void everyShippedProfileLoads() {
    assertEquals(List.of("default", "dutch", "fast", "slow"), files().names());
    for (String name : files().names()) {
      VoiceProfile profile = files().load(name);
      assertEquals(name, profile.name());
      assertTrue(profile.sentence().endsWith("."));
    }
    assertEquals("nl", files().load(VoiceFiles.usual(Locale.of("nl"))).language().getLanguage());
    assertTrue(files().load("fast").rate() > files().load("default").rate());
  }

  @Test
  void myOwnFileStandsForTheShippedOneAndWhatItLeavesOutIsUsual() throws Exception {
    Files.writeString(own.resolve("default.yaml"), "rate: 400\n");
    VoiceProfile mine = files().load("default");
    assertEquals(400, mine.rate());
    assertEquals("freetts", mine.engine());
    assertEquals(100, mine.volume());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate: fast | 1: rate is fast. Write a number from 60 to 600.
          name: a;rate: 5000 | 2: rate is 5000. Write a number from 60 to 600.
          engine: siri | 1: there is no engine siri. Choose from freetts, espeak-ng, speech-dispatcher, say, windows and silent.
          name: a;;speed: 3 | 3: there is no field speed. The fields are name,
          rate: [1, 2] | 1: rate takes one plain value.
          just words | 1: this is not written as a field
          a: b: c | 1: this is not written as a field
          name: x;"rate | 2: this is not written as a field
          rate: 100;rate: 200 | 2: rate stands here for the second time. Keep one.
          voice: "--help me" | 1: --help me cannot be the name of a voice.
          language: Dutch | 1: Dutch is no language code.
          """)
  void aFaultNamesFileLineAndRemedy(String text, String said) throws Exception {
    Path file = own.resolve("mine.yaml");
    Files.writeString(file, text.replace(";", "\n"));
    Fault fault = assertThrows(Fault.BadFile.class, () -> files().load("mine"));
    String sentence = Wording.of(Locale.ENGLISH).say(fault.sentence());
    assertTrue(sentence.startsWith(file + ", line " + said), sentence);
  }

  @Test
  void anUnknownNameListsThoseThatThereAre() {
    for (String name : List.of("nobody", "../default", "")) {
      Fault fault = assertThrows(Fault.BadFile.class, () -> files().load(name));
      assertEquals(
          "There is no voice profile " + name + ". There are default, dutch, fast and slow.",
          Wording.of(Locale.ENGLISH).say(fault.sentence()));
    }
  }

  @Test
  void aFileThatIsNoTextIsAFaultAsWell() throws Exception {
    Files.write(own.resolve("bin.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThrows(Fault.BadFile.class, () -> files().load("bin"));
    Files.write(own.resolve("big.yaml"), new byte[70_000]);
    assertThrows(Fault.BadFile.class, () -> files().load("big"));
    Files.write(own.resolve("empty.yaml"), new byte[0]);
    assertThrows(Fault.BadFile.class, () -> files().load("empty"));
  }
}
