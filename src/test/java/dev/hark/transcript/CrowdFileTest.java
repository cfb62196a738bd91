package dev.hark.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.task.Mark;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdFileTest {
  private static final String HEADER = "INPUT:audio\tOUTPUT:transcription\tASSIGNMENT:worker_id\n";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("crowd.tsv"), text);
  }

  private String refusal(String text) throws IOException {
    Path file = file(text);
    Fault fault = assertThrows(Fault.BadFile.class, () -> CrowdFile.read(file, Locale.ENGLISH));
    return Wording.of(Locale.ENGLISH).say(fault.sentence()).replace(folder + "/", "");
  }

  @Test
  @Requirement("TRN-2")
  void quotedValuesOverLinesAndBlankRowsAreRead() throws IOException {
    CrowdFile read =
        CrowdFile.read(
            file(
                "\uFEFF"
                    + HEADER
                    + "a.mp3\t\"He said \"\"no\"\" and\nleft.\n\n\"\t7\r\n\t\t\n\n"
                    + "b.mp3\tA \"quoted\" word\t8\na.mp3\tHe said no\t9"),
            Locale.ENGLISH);
    assertEquals(List.of("a.mp3", "b.mp3"), read.pieces().stream().map(Piece::id).toList());
    Piece first = read.pieces().getFirst();
    assertEquals(List.of("7", "9"), first.answers().stream().map(Answer::worker).toList());
    assertEquals(
        List.of("he", "said", "no", "and", "left"),
        first.answers().getFirst().tokens().stream().map(Token::word).toList());
    assertEquals("\"no\"", first.answers().getFirst().tokens().get(2).surface());
    assertEquals(0, read.cut());
  }

  @Test
  @Requirement("TRN-72")
  void marksAreNoWordsAndWhatMoreThanHalfSayIsKept() throws IOException {
    CrowdFile read =
        CrowdFile.read(
            file(
                HEADER
                    + "a\t[no speech]\t1\na\t[No  Speech]\t2\na\twell\t3\n"
                    + "b\tthe [unclear] rowed\t1\nb\tthe keeper rowed\t2\n"),
            Locale.ENGLISH);
    assertEquals(Map.of("a", Mark.NO_SPEECH), read.marked());
    assertEquals(
        List.of("the", "rowed"),
        read.pieces().getLast().answers().getFirst().tokens().stream().map(Token::word).toList());
    CrowdFile sure =
        CrowdFile.read(
            file(
                HEADER.strip()
                    + "\tOUTPUT:confidences\n"
                    + "a\tthe [unclear] keeper\t1\t0.9 0.1 0.4\n"),
            Locale.ENGLISH);
    List<Token> tokens = sure.pieces().getFirst().answers().getFirst().tokens();
    assertEquals(List.of("the", "keeper"), tokens.stream().map(Token::word).toList());
    assertEquals(0.4, tokens.getLast().confidence());
  }

  @Test
  @Requirement("TRN-3")
  void whatIsWrongIsToldWithItsLine() throws IOException {
    assertEquals("crowd.tsv has nothing in it.", refusal(""));
    assertEquals("crowd.tsv has nothing in it.", refusal(HEADER + "\n\t\t\n"));
    assertEquals(
        "crowd.tsv has no column OUTPUT:transcription. Its first line must name INPUT:audio,"
            + " OUTPUT:transcription and ASSIGNMENT:worker_id, with tabs between.",
        refusal("INPUT:audio\tASSIGNMENT:worker_id\n"));
    assertEquals(
        "crowd.tsv, line 3: 2 values, and there must be 3. Put the missing ones in, or a quote"
            + " around a value with an end of line.",
        refusal(HEADER + "a\tb\tc\na\tb\n"));
    assertEquals(
        "crowd.tsv, line 2: ASSIGNMENT:worker_id has no value.", refusal(HEADER + "a\tb\t \n"));
    assertEquals(
        "crowd.tsv, line 3: a quote begins here and never ends. End it with a double quote.",
        refusal(HEADER + "a\tb\tc\na\t\"b\tc\nd\te\tf\n"));
    Path bytes = folder.resolve("bytes.tsv");
    Files.write(bytes, "INPUT:audio\t\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(Fault.BadFile.class, () -> CrowdFile.read(bytes, Locale.ENGLISH));
    assertThrows(Fault.BadFile.class, () -> CrowdFile.read(folder.resolve("none"), Locale.ENGLISH));
  }

  @Test
  @Requirement("TRN-3")
  void textsAreWrittenWholeAndReadAgain() throws IOException {
    Path file = folder.resolve("texts.tsv");
    TextFile.write(file, List.of("a\tone two", "b\t"));
    TextFile.write(file, List.of("a\tone", "b\t", "c\tthree\tfour"));
    assertEquals(Map.of("a", "one", "b", "", "c", "three\tfour"), TextFile.read(file));
    assertEquals(
        List.of("texts.tsv"), List.of(folder.toFile().list()), "nothing else is left there");
    Files.writeString(file, "a\tone\nno tab\n");
    assertThrows(Fault.BadFile.class, () -> TextFile.read(file));
    Files.writeString(file, "a\tone\na\ttwo\n");
    assertThrows(Fault.BadFile.class, () -> TextFile.read(file));
    assertThrows(Fault.Storage.class, () -> TextFile.write(folder.resolve("none/x"), List.of("a")));
  }

  @Test
  @Requirement("TRN-11")
  void numbersAndTitlesCountAsTheyAreSpoken() {
    Map<String, String> spoken =
        Map.of(
            "20", "twenty",
            "1,234", "one thousand two hundred and thirty four",
            "1818", "eighteen eighteen",
            "1905", "nineteen oh five",
            "the 3rd of the 1900s", "the third of the 1900s",
            "$5 & 10%", "five dollars and ten percent",
            "Mr. O'Neil's", "mister o'neil's",
            "2000005", "two million and five",
            "the 20s", "the twenties",
            "well\u2014known", "well known");
    spoken.forEach(
        (text, words) ->
            assertEquals(
                words,
                String.join(
                    " ",
                    Answer.of("w", text, Locale.ENGLISH).tokens().stream()
                        .map(Token::word)
                        .toList())));
    assertEquals("20", Answer.of("w", "20", Locale.of("nl")).tokens().getFirst().word());
  }
}
