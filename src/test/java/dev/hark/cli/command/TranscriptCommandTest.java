package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.HarkRun;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools by themselves, and on real answers of a crowd where they lie beside the project. */
final class TranscriptCommandTest {
  private static final Path CROWDSPEECH =
      Path.of(System.getProperty("hark.root", ".")).resolve("../shared/data/crowdspeech");

  @TempDir Path home;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text);
  }

  @Test
  @Requirement({"TRN-1", "TRN-4"})
  void answersAreMergedAndTheErrorsCounted() throws IOException {
    Path crowd =
        file(
            "crowd.tsv",
            """
            INPUT:audio\tOUTPUT:transcription\tASSIGNMENT:worker_id
            a\tThe keeper rowed out.\tann
            a\tthe keeper road out\tben
            a\tThe keeper rowed out\tcis
            b\t\tann
            """);
    Path out = home.resolve("out.tsv");
    Path workers = home.resolve("workers.tsv");
    HarkRun hark = new HarkRun(home);

    HarkRun.Outcome merged =
        hark.run(
            "transcript",
            "merge",
            "--crowd",
            crowd.toString(),
            "--out",
            out.toString(),
            "--workers-out",
            workers.toString());
    assertEquals(0, merged.code(), merged.err());
    assertEquals(
        List.of(
            "4 answers of 3 workers to 2 pieces are merged in " + out + ".",
            "1 piece has no words: nobody wrote any, or too few agree."),
        merged.lines());
    assertEquals("a\tThe keeper rowed out\nb\t\n", Files.readString(out));
    List<String> table = Files.readAllLines(workers);
    assertEquals("worker\tanswers\twords\terror_rate", table.getFirst());
    assertTrue(table.get(2).startsWith("ben\t1\t4\t"), table.toString());

    Path reference = file("reference.tsv", "a\tthe keeper rowed in\nc\tgone\n");
    HarkRun.Outcome counted =
        hark.run(
            "transcript",
            "wer",
            "--reference",
            reference.toString(),
            "--hypothesis",
            out.toString(),
            "--per-utterance");
    assertEquals(0, counted.code(), counted.err());
    assertEquals(
        List.of(
            "a: 25 percent; 1 other, 0 too many and 0 missing of 4 words.",
            "c: 100 percent; 0 other, 0 too many and 1 missing of 1 word.",
            "Word error rate: 62.5 percent on average over 2 pieces, 40 percent of all words.",
            "1 word is another, 0 too many and 1 missing, of 5.",
            "1 piece is missing in " + out + " and counts as empty.",
            "1 piece in " + out + " has no reference and does not count."),
        counted.lines());
  }

  @Test
  @Requirement({"TRN-3", "TRN-4"})
  void badFilesAreOneSentenceAndLoseNothing() throws IOException {
    Path out = file("out.tsv", "kept\tas it was\n");
    HarkRun hark = new HarkRun(home);
    HarkRun.Outcome refused =
        hark.run(
            "transcript",
            "merge",
            "--crowd",
            file("crowd.tsv", "nothing\n").toString(),
            "--out",
            out.toString());
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("has no column INPUT:audio"), refused.err());
    assertEquals("kept\tas it was\n", Files.readString(out));
    assertEquals(2, hark.run("transcript").code());
    assertEquals(2, hark.run("transcript", "merge", "--crowd", "x").code());
    assertEquals(
        3,
        hark.run("transcript", "wer", "--reference", "none", "--hypothesis", out.toString())
            .code());
  }

  @Test
  @Requirement("TRN-72")
  void marksInATableAreNotesAndNoWords() throws IOException {
    Path crowd =
        file(
            "crowd.tsv",
            """
            INPUT:audio\tOUTPUT:transcription\tASSIGNMENT:worker_id
            a\tThe keeper [unclear] rowed\tann
            a\tThe keeper rowed\tben
            b\t[unclear]\tann
            b\t[unclear]\tben
            c\t[no speech]\tann
            c\t[no speech]\tben
            """);
    Path pieces = file("talk.tsv", "piece\tstart\tend\na\t0\t3\nb\t3\t5\nc\t5\t6.5\n");
    HarkRun hark = new HarkRun(home);
    assertEquals(
        "The keeper rowed [unclear]\n", export(hark, crowd, pieces, "--format", "txt").out());
    Path out = home.resolve("texts.tsv");
    assertEquals(
        0,
        hark.run("transcript", "merge", "--crowd", crowd.toString(), "--out", out.toString())
            .code());
    assertEquals("a\tThe keeper rowed\nb\t\nc\t\n", Files.readString(out));
  }

  @Test
  @Requirement({"TRN-43", "TRN-46", "TRN-82"})
  void answersToPiecesBecomeOneTextInTheWantedForm() throws IOException {
    Path crowd =
        file(
            "crowd.tsv",
            """
            INPUT:audio\tOUTPUT:transcription\tASSIGNMENT:worker_id
            a\tThe keeper rowed out\tann
            a\tThe keeper rowed out\tben
            a\tThe keeper road out\tcis
            b\tout at dawn.\tann
            b\tout at dawn.\tben
            z\telsewhere\tann
            """);
    Path pieces = file("talk.tsv", "piece\tstart\tend\nb\t2.5\t5\na\t0\t3\nc\t5\t6.5\n");
    Path out = home.resolve("talk.srt");
    HarkRun hark = new HarkRun(home);
    HarkRun.Outcome written = export(hark, crowd, pieces, "--out", out.toString());
    assertEquals(0, written.code(), written.err());
    assertEquals(
        """
        1
        00:00:00,000 --> 00:00:05,000
        The keeper rowed out at dawn.

        2
        00:00:05,000 --> 00:00:06,500
        [no answer yet]
        """,
        Files.readString(out));
    assertEquals("6 words are in " + out + ".", written.lines().getFirst());
    assertTrue(written.err().contains("1 piece has no answers yet."), written.err());
    assertTrue(written.err().contains("1 piece with answers does not stand in"), written.err());
    JsonNode json = Json.MAPPER.readTree(export(hark, crowd, pieces, "--format", "json").out());
    assertEquals("talk", json.get("recording").asText());
    assertEquals("rowed", json.get("words").get(2).get("word").asText());
    assertTrue(json.get("words").get(2).get("probability").asDouble() > 0.5);
    HarkRun.Outcome review = export(hark, crowd, pieces, "--review");
    assertTrue(
        review.lines().getFirst().startsWith("At 5 seconds: [no answer yet]. It stands in: "),
        review.out());
    HarkRun.Outcome dutch = export(hark, crowd, pieces, "--lang", "nl");
    assertTrue(dutch.out().endsWith("[nog geen antwoord]\n"), dutch.out());
    HarkRun.Outcome spots = export(hark, crowd, pieces, "--review", "--lang", "nl");
    assertFalse(spots.out().contains("[no answer yet]"), spots.out());
    JsonNode kept =
        Json.MAPPER.readTree(export(hark, crowd, pieces, "--format", "json", "--lang", "nl").out());
    assertEquals(json, kept, "what programs read is in no language");
  }

  @Test
  @Requirement({"TRN-46", "TRN-62"})
  void aLanguageModelCountsWhereTextsAreMergedAndWhereTheyAreExported() throws IOException {
    Path crowd =
        file(
            "crowd.tsv",
            """
            INPUT:audio\tOUTPUT:transcription\tASSIGNMENT:worker_id
            a\tkeeper road out\tann
            a\tkeeper rowed out\tben
            """);
    Path model =
        file(
            "en.arpa",
            """
            \\data\\
            ngram 1=5
            ngram 2=1

            \\1-grams:
            -99 <s>
            -1.0 keeper -1.0
            -1.0 rowed
            -1.0 road
            -1.0 out

            \\2-grams:
            -0.1 keeper rowed

            \\end\\
            """);
    Path pieces = file("talk.tsv", "a\t0\t3\n");
    Path out = home.resolve("texts.tsv");
    HarkRun hark = new HarkRun(home);
    List<String> merge =
        List.of("transcript", "merge", "--crowd", crowd.toString(), "--out", out.toString());
    assertEquals(0, hark.run(merge.toArray(String[]::new)).code());
    assertEquals("a\tkeeper road out\n", Files.readString(out));
    List<String> fluent = new ArrayList<>(merge);
    fluent.addAll(List.of("--language-model", model.toString()));
    assertEquals(0, hark.run(fluent.toArray(String[]::new)).code());
    assertEquals("a\tkeeper rowed out\n", Files.readString(out));

    assertEquals("keeper road out\n", export(hark, crowd, pieces, "--format", "txt").out());
    HarkRun.Outcome exported =
        export(hark, crowd, pieces, "--format", "txt", "--language-model", model.toString());
    assertEquals("keeper rowed out\n", exported.out(), exported.err());
    HarkRun.Outcome none = export(hark, crowd, pieces, "--language-model", pieces.toString());
    assertEquals(3, none.code());
    assertTrue(none.err().contains("talk.tsv ends before its language model does."), none.err());
  }

  @Test
  @Requirement({"TRN-3", "TRN-46"})
  void wrongTimesAndFormsAreToldWithTheirLine() throws IOException {
    Path crowd =
        file(
            "crowd.tsv",
            "INPUT:audio\tOUTPUT:transcription\tASSIGNMENT:worker_id\na\tThe keeper\tann\n");
    HarkRun hark = new HarkRun(home);
    assertTold(hark, crowd, "a\t1\n", 3, "line 1: there is no piece, start and end in seconds");
    assertTold(hark, crowd, "a\tx\t2\n", 3, "line 1: there is no piece, start and end in seconds");
    assertTold(
        hark, crowd, "a\tNaN\t2\n", 3, "line 1: there is no piece, start and end in seconds");
    assertTold(hark, crowd, "a\t0\t2\nb\t3\t2\n", 3, "line 2: the piece ends before it starts");
    assertTold(hark, crowd, "a\t0\t2\na\t3\t4\n", 3, "line 2: the piece a stands there twice");
    assertTold(hark, crowd, "a\t0\t9\nb\t3\t4\n", 3, "the piece b lies within a");
    assertTold(hark, crowd, "\n", 3, "has nothing in it");
    HarkRun.Outcome form = export(hark, crowd, file("p.tsv", "a\t0\t2\n"), "--format", "doc");
    assertEquals(2, form.code());
    assertTrue(form.err().contains("There is no form doc."), form.err());
  }

  private void assertTold(HarkRun hark, Path crowd, String pieces, int code, String words)
      throws IOException {
    HarkRun.Outcome told = export(hark, crowd, file("p.tsv", pieces));
    assertEquals(code, told.code(), told.out());
    assertTrue(told.err().contains(words), told.err());
  }

  @Test
  @Requirement("TRN-66")
  void anExportedTextGoesByWhatRecognisersWereSureOf() throws IOException {
    String rows =
        """
        INPUT:audio\tOUTPUT:transcription\tASSIGNMENT:worker_id\tOUTPUT:confidences
        a\tthe keeper road out\tann\t0.9 0.9 %s 0.9
        a\tthe keeper rowed out\tbob\t0.9 0.9 %s 0.9
        """;
    Path pieces = file("p.tsv", "a\t0\t2\n");
    HarkRun hark = new HarkRun(home);
    HarkRun.Outcome rowed = export(hark, file("1.tsv", rows.formatted("0.3", "0.9")), pieces);
    assertEquals("the keeper rowed out", rowed.out().strip());
    HarkRun.Outcome road = export(hark, file("2.tsv", rows.formatted("0.9", "0.3")), pieces);
    assertEquals("the keeper road out", road.out().strip());
  }

  private static HarkRun.Outcome export(HarkRun hark, Path crowd, Path pieces, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "transcript",
                "export",
                "--crowd",
                crowd.toString(),
                "--pieces",
                pieces.toString()));
    words.addAll(List.of(more));
    return hark.run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"dev-clean, 5.72, 7.4, 2703", "dev-other, 11.27, 14.8, 2864"})
  @Requirement("TRN-15")
  void realAnswersOfACrowdMergeBetterThanByVotes(
      String split, double most, double mostByVotes, int pieces) throws IOException {
    assumeTrue(Files.isDirectory(CROWDSPEECH), "the answers of a crowd are not here");
    double hark = rate(split, "hark", pieces);
    double rover = rate(split, "rover", pieces);
    assertTrue(hark <= most, split + " " + hark);
    assertTrue(rover <= mostByVotes, split + " " + rover);
    assertFalse(rover < hark, hark + " against " + rover);
  }

  private double rate(String split, String method, int pieces) throws IOException {
    Path out = home.resolve(method + ".tsv");
    HarkRun hark = new HarkRun(home);
    HarkRun.Outcome merged =
        hark.run(
            "transcript",
            "merge",
            "--method",
            method,
            "--crowd",
            CROWDSPEECH.resolve("crowdspeech-" + split + "-crowd.tsv").toString(),
            "--out",
            out.toString());
    assertEquals(0, merged.code(), merged.err());
    JsonNode json =
        Json.MAPPER.readTree(
            hark.run(
                    "transcript",
                    "wer",
                    "--reference",
                    CROWDSPEECH.resolve("crowdspeech-" + split + "-gt.txt").toString(),
                    "--hypothesis",
                    out.toString(),
                    "--json")
                .out());
    assertEquals(pieces, json.get("utterances").asInt());
    assertEquals(0, json.get("missing").asInt());
    return json.get("mean").asDouble() * 100;
  }
}
