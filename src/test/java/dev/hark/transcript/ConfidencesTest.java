package dev.hark.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfidencesTest {
  private static final String HEADER =
      "INPUT:audio\tOUTPUT:transcription\tASSIGNMENT:worker_id\tOUTPUT:confidences\n";

  @TempDir Path folder;

  private CrowdFile read(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("crowd.tsv"), HEADER + rows);
    return CrowdFile.read(file, Locale.ENGLISH);
  }

  private String merged(String rows) throws IOException {
    return Merger.merge(read(rows).pieces()).pieces().getLast().text();
  }

  @Test
  @Requirement("TRN-61")
  void ofTwoSpokenWordsTheOneIsChosenThatTheRecogniserWasSureOf() throws IOException {
    assertEquals(
        "the keeper rowed out",
        merged(
            """
            p\tthe keeper road out\ta\t0.9 0.9 0.3 0.9
            p\tthe keeper rowed out\tb\t0.9 0.9 0.9 0.9
            """));
    assertEquals(
        "the keeper road out",
        merged(
            """
            p\tthe keeper road out\ta\t0.9 0.9 0.9 0.9
            p\tthe keeper rowed out\tb\t0.9 0.9 0.3 0.9
            """));
  }

  @Test
  @Requirement("TRN-61")
  void withoutConfidencesOrWithAllAlikeNothingChanges() throws IOException {
    String plain = "p\tthe keeper road out\ta\t\np\tthe keeper rowed out\tb\t\n";
    String alike =
        "p\tthe keeper road out\ta\t0.7 0.7 0.7 0.7\np\tthe keeper rowed out\tb\t0.7 0.7 0.7 0.7\n";
    assertEquals(
        Merger.merge(read(plain).pieces()).pieces(), Merger.merge(read(alike).pieces()).pieces());
  }

  @Test
  @Requirement("TRN-61")
  void whatAConfidenceIsWorthIsLearntFromTheTexts() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      // This recogniser is often wrong where it is surest.
      rows.append(i).append("\tone two three four\ta").append(i % 7).append("\t\n");
      rows.append(i).append("\tone two three four\tb").append(i % 5).append("\t\n");
      rows.append(i)
          .append("\tone six three four\tc")
          .append(i % 6)
          .append("\t0.55 0.95 0.55 0.55\n");
    }
    String last =
        """
        last\tthe keeper road out\tx\t0.55 0.55 0.95 0.55
        last\tthe keeper rowed out\ty\t0.55 0.55 0.55 0.55
        """;
    assertEquals("the keeper road out", merged(last), "as it says");
    assertEquals("the keeper rowed out", merged(rows + last), "as it is");
  }

  @Test
  @Requirement("TRN-61")
  void eachPartOfAWrittenWordHasItsConfidence() throws IOException {
    List<Token> tokens =
        read("p\tAt 25 light-keepers , left\ta\t0.1 0.2 0.3 0.4 0.5\n")
            .pieces()
            .getFirst()
            .answers()
            .getFirst()
            .tokens();
    List<String> found = new ArrayList<>();
    tokens.forEach(token -> found.add(token.word() + " " + token.confidence()));
    assertEquals(
        List.of("at 0.1", "twenty 0.2", "five 0.2", "light 0.3", "keepers 0.3", "left 0.5"), found);
    assertTrue(
        read("p\ta b\tw\t\n").pieces().getFirst().answers().getFirst().tokens().stream()
            .noneMatch(Token::hasConfidence));
  }

  private String refusal(String rows) {
    Fault fault = assertThrows(Fault.BadFile.class, () -> read(rows));
    return Wording.of(Locale.ENGLISH).say(fault.sentence()).replace(folder + "/", "");
  }

  @Test
  @Requirement("TRN-61")
  void whatIsNoConfidenceIsToldWithItsLine() {
    assertEquals(
        "crowd.tsv, line 2: 2 words and 1 confidence. Give one for each word, or leave the value"
            + " empty.",
        refusal("p\ta b\tw\t0.5\n"));
    assertEquals(
        "crowd.tsv, line 3: 1.5 is no confidence. It is a number from 0 to 1, such as 0.9.",
        refusal("p\ta\tw\t1\np\ta b\tw\t0.5 1.5\n"));
    assertEquals(
        "crowd.tsv, line 2: high is no confidence. It is a number from 0 to 1, such as 0.9.",
        refusal("p\ta\tw\thigh\n"));
    assertEquals(
        "crowd.tsv, line 2: NaN is no confidence. It is a number from 0 to 1, such as 0.9.",
        refusal("p\ta\tw\tNaN\n"));
  }
}
