package dev.hark.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.speech.text.Capitals;
import dev.hark.speech.text.NumberStyle;
import dev.hark.speech.text.Punctuation;
import dev.hark.speech.text.Style;
import dev.hark.wording.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    assertEquals(List.of("default", "dutch", "fast", "hindi", "slow", "spelling"), files().names());
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
          punctuation: lots | 1: punctuation is lots. Choose from none, some and all.
          name: a;capitals: loud | 2: capitals is loud. Choose from none, word and pitch.
          numbers: 3 | 1: numbers is 3. Choose from whole, digits and pairs.
          sounds: maybe | 1: sounds is maybe. Choose from yes and no.
          words: hark | 1: here belong words, each with a colon and how it is said.
          words:;  Hark: [a] | 2: here belong words, each with a colon and how it is said.
          words:;  Hark: a;  Hark: b | 3: Hark stands here for the second time. Keep one.
          words:;  " ": a | 2: a word is empty, or longer than 200 characters.
          rate: 100;lexicon: missing.yaml | 2: there is no file missing.yaml that can be read.
          voice: "--help me" | 1: --help me cannot be the name of a voice.
          language: Dutch | 1: Dutch is no language code.
          """)
  void aFaultNamesFileLineAndRemedy(String text, String said) throws Exception {
    Path file = own.resolve("mine.yaml");
    Files.writeString(file, text.replace(";", "\n"));
    Fault fault = assertThrows(Fault.BadFile.class, () -> files().load("mine"));
    String sentence = Wording.of(Locale.ENGLISH).say(fault.sentence());
    assertTrue(sentence.contains(file + ", line " + said), sentence);
  }

  @Test
  @Requirement("SAY-33")
  void allFaultsOfAFileAreToldAtOnce() throws Exception {
    Path file = own.resolve("mine.yaml");
    Files.writeString(file, "engine: siri\nrate: fast\ncapitals: loud\nspeed: 3\n");
    Fault fault = assertThrows(Fault.BadFile.class, () -> files().load("mine"));
    String sentence = Wording.of(Locale.ENGLISH).say(fault.sentence());
    assertTrue(sentence.startsWith(file + ", line 1: there is no engine"), sentence);
    for (String part :
        List.of(" Line 2: rate", " Line 3: capitals", " Line 4: there is no field")) {
      assertTrue(sentence.contains(part), sentence);
    }
    assertEquals(sentence.indexOf("mine.yaml"), sentence.lastIndexOf("mine.yaml"), sentence);
  }

  @Test
  @Requirement("SAY-32")
  void aProfileSaysHowTextIsRead() throws Exception {
    Files.writeString(
        own.resolve("mine.yaml"),
        """
        punctuation: all
        capitals: pitch
        numbers: pairs
        sounds: no
        voice: Microsoft Zira (Desktop)
        words:
          Hark: hark with a k
        lexicon: my.lexicon.yaml
        """);
    Files.writeString(
        own.resolve("my.lexicon.yaml"),
        """
        en:
          SQL: sequel
        nl:
          SQL: es ku el
        all:
          Hark: not this one
          Fenrir: fen reer
        """);
    VoiceProfile mine = files().load("mine");
    assertEquals(
        new Style(
            Punctuation.ALL,
            Capitals.PITCH,
            NumberStyle.PAIRS,
            Map.of(
                "en", Map.of("SQL", "sequel"),
                "nl", Map.of("SQL", "es ku el"),
                "*", Map.of("Hark", "hark with a k", "Fenrir", "fen reer"))),
        mine.style());
    assertFalse(files().names().contains("my.lexicon"), "a lexicon is no profile");
    assertFalse(mine.sounds());
    assertEquals("Microsoft Zira (Desktop)", mine.voice());
    assertEquals(Style.USUAL, files().load("default").style());
    assertEquals(Punctuation.ALL, files().load("spelling").style().punctuation());
    assertEquals(Capitals.WORD, files().load("spelling").style().capitals());
  }

  @Test
  @Requirement("SAY-33")
  void aFaultInALexiconNamesThatFile() throws Exception {
    Files.writeString(own.resolve("mine.yaml"), "lexicon: words.yml\n");
    Path lexicon = own.resolve("words.yml");
    Files.writeString(lexicon, "en:\n  SQL: sequel\nDutch:\n  a: b\nnl: c\n");
    Fault fault = assertThrows(Fault.BadFile.class, () -> files().load("mine"));
    String sentence = Wording.of(Locale.ENGLISH).say(fault.sentence());
    assertTrue(
        sentence.contains(lexicon + ", line 3: Dutch is no language of a lexicon."), sentence);
    assertTrue(sentence.contains(" Line 5: here belong words"), sentence);
  }

  @Test
  void anUnknownNameListsThoseThatThereAre() {
    for (String name : List.of("nobody", "../default", "")) {
      Fault fault = assertThrows(Fault.BadFile.class, () -> files().load(name));
      assertEquals(
          "There is no voice profile "
              + name
              + ". There are default, dutch, fast, hindi, slow and spelling.",
          Wording.of(Locale.ENGLISH).say(fault.sentence()));
    }
  }

  @Test
  void aFileThatIsNoTextIsAFaultAsWell() throws Exception {
    Files.write(own.resolve("bin.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThrows(Fault.BadFile.class, () -> files().load("bin"));
    Files.write(own.resolve("big.yaml"), new byte[70_000]);
    assertThrows(Fault.BadFile.class, () -> files().load("big"));
  }
}
