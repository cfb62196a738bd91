package dev.hark.cli.bench.merge;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.transcript.CrowdFile;
import dev.hark.transcript.Hearing;
import dev.hark.transcript.MergedPiece;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Piece;
import dev.hark.transcript.TextFile;
import dev.hark.transcript.WordErrors;
import dev.hark.transcript.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pieces that a crowd answered and what was said in them.
 *
 * @param name of the split
 * @param pieces with all their answers
 * @param said words by piece
 */
public record Crowd(String name, List<Piece> pieces, Map<String, List<String>> said) {
  public static final String CLEAN = "dev-clean";
  public static final String OTHER = "dev-other";

  private static final double PERCENT = 100;

  /** Word error rates in percent: the mean of pieces, and of all words. */
  public record Rates(double mean, double pooled) {}

  /** The file of a split's answers in the folder of CrowdSpeech. */
  public static Path answers(Path folder, String split) {
    return folder.resolve("crowdspeech-" + split + "-crowd.tsv");
  }

  /**
   * Reads a split of CrowdSpeech.
   *
   * @throws Fault.BadFile where it is not there
   */
  public static Crowd read(Path folder, String split) {
    return read(folder, split, Locale.ENGLISH);
  }

  static Crowd read(Path folder, String split, Locale language) {
    Path references = folder.resolve("crowdspeech-" + split + "-gt.txt");
    if (!Files.isReadable(answers(folder, split)) || !Files.isReadable(references)) {
      throw new Fault.BadFile(Sentence.of("bench.no-crowd", folder.toString()), null);
    }
    Map<String, List<String>> said = new HashMap<>();
    TextFile.read(references).forEach((id, text) -> said.put(id, Words.of(text)));
    return new Crowd(split, CrowdFile.read(answers(folder, split), language).pieces(), said);
  }

  /** The same with the answers that came first. */
  Crowd first(int answers) {
    return new Crowd(
        name,
        pieces.stream()
            .map(
                piece ->
                    new Piece(
                        piece.id(),
                        piece.answers().subList(0, Math.min(answers, piece.answers().size()))))
            .toList(),
        said);
  }

  Rates rates(List<MergedPiece> texts) {
    WordErrors all = WordErrors.NONE;
    double sum = 0;
    for (MergedPiece text : texts) {
      WordErrors errors = errors(text);
      all = all.plus(errors);
      sum += errors.rate();
    }
    return new Rates(PERCENT * sum / texts.size(), PERCENT * all.rate());
  }

  double mean(List<Hearing> hearings) {
    return rates(hearings.stream().map(Hearing::text).toList()).mean();
  }

  WordErrors errors(MergedPiece text) {
    return WordErrors.of(said(text.id()), heard(text));
  }

  List<String> said(String piece) {
    return said.getOrDefault(piece, List.of());
  }

  /** Words as they are compared, whatever the language they were merged in. */
  static List<String> heard(MergedPiece text) {
    return text.words().stream().map(MergedWord::word).toList();
  }
}
