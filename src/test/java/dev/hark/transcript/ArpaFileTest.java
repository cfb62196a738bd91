package dev.hark.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArpaFileTest {
  private static final String MODEL =
      """

      \\data\\
      ngram 1=5
      ngram 2=3
      ngram 3=1

      \\1-grams:
      -1.0 <s> -0.3
      -1.0\tKeeper\t-0.2
      -1.0 rowed -0.1
      -1.0 road
      -1.5 out

      \\2-grams:
      -0.2 <s> keeper -0.4
      -0.3 keeper rowed
      -2.0 keeper road

      \\3-grams:
      -0.1 <s> keeper rowed

      \\end\\
      """;

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("en.arpa"), text);
  }

  private String refusal(String text) throws IOException {
    Path file = file(text);
    Fault fault = assertThrows(Fault.BadFile.class, () -> ArpaFile.read(file));
    return Wording.of(Locale.ENGLISH).say(fault.sentence()).replace(folder + "/", "");
  }

  @Test
  @Requirement("TRN-62")
  void aWordIsAsLikelyAsTheLongestKnownNgramSays() throws IOException {
    LanguageModel model = ArpaFile.read(file(MODEL));
    double ten = Math.log(10);
    assertEquals(ten * (-0.1 + 1), model.pull("<s>", "keeper", "rowed"), 1e-5, "three words");
    assertEquals(ten * (-0.3 + 1), model.pull("", "keeper", "rowed"), 1e-5, "two words");
    assertEquals(ten * (-0.4 - 2 + 1), model.pull("<s>", "keeper", "road"), 1e-5, "backing off");
    assertEquals(ten * (-0.1 - 1.5 + 1.5), model.pull("keeper", "rowed", "out"), 1e-5);
    assertEquals(0, model.pull("keeper", "rowed", "dawn"), "a word that it does not know");
    assertEquals(0, model.pull("keeper", "dawn", "out"), "behind one that it does not know");
  }

  @Test
  @Requirement("TRN-62")
  void whereAsManySayTheOneAsTheOtherTheLanguageDecides() throws IOException {
    LanguageModel model = ArpaFile.read(file(MODEL));
    List<Answer> answers =
        List.of(
            Answer.of("a", "keeper road out", Locale.ENGLISH),
            Answer.of("b", "keeper rowed out", Locale.ENGLISH));
    List<Piece> even = List.of(new Piece("p", answers));
    assertEquals("keeper road out", Merger.merge(even, Set.of()).pieces().getFirst().text());
    MergedPiece fluent = Merger.merge(even, model).pieces().getFirst();
    assertEquals("keeper rowed out", fluent.text());
    List<Piece> sure =
        List.of(
            new Piece(
                "p", List.of(answers.get(0), Answer.of("c", "keeper road out", Locale.ENGLISH))));
    assertEquals("keeper road out", Merger.merge(sure, model).pieces().getFirst().text());
    MergedPiece unknown =
        Merger.merge(
                List.of(
                    new Piece("p", List.of(Answer.of("a", "dit is Nederlands", Locale.of("nl"))))),
                model)
            .pieces()
            .getFirst();
    assertEquals("dit is Nederlands", unknown.text());
  }

  @Test
  @Requirement("TRN-62")
  void whatIsNoModelIsToldWithItsLine() throws IOException {
    assertEquals(
        "en.arpa ends before its language model does. Fetch it again whole.", refusal("hello\n"));
    assertEquals(
        "en.arpa ends before its language model does. Fetch it again whole.",
        refusal(MODEL.replace("\\end\\", "")));
    String bad =
        "en.arpa, line %d: this is no language model in ARPA form. Look at that line, or use"
            + " another file.";
    assertEquals(bad.formatted(10), refusal(MODEL.replace("-1.0 rowed -0.1", "rowed")));
    assertEquals(bad.formatted(10), refusal(MODEL.replace("-1.0 rowed -0.1", "x rowed -0.1")));
    assertEquals(bad.formatted(3), refusal(MODEL.replace("ngram 1=5", "ngram one")));
    assertEquals(bad.formatted(7), refusal(MODEL.replace("\\1-grams:", "\\words:")));
    assertEquals(bad.formatted(1), refusal("x".repeat(20_000)));
    assertEquals(
        "en.arpa, line 3: more than 5,000,000 n-grams of a length are not read. Use a smaller"
            + " model.",
        refusal(MODEL.replace("ngram 1=5", "ngram 1=2000000000")));
    assertThrows(Fault.BadFile.class, () -> ArpaFile.read(folder.resolve("none")));
  }
}
