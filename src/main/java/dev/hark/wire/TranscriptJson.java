package dev.hark.wire;

import dev.hark.transcript.join.Note;
import dev.hark.transcript.join.Passage;
import dev.hark.transcript.join.ReviewList;
import dev.hark.transcript.join.TimedWord;
import dev.hark.transcript.join.Transcript;
import dev.hark.transcript.join.UnsureSpot;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a recording. Times are in seconds from its begin.
 *
 * @param recording its name
 * @param text all words
 * @param words each with its time and probability, in order
 * @param pieces in order
 * @param review where it is worth to listen again, most expected errors first
 */
public record TranscriptJson(
    String recording,
    String text,
    List<WordJson> words,
    List<PieceJson> pieces,
    List<SpotJson> review) {
  private static final double SECOND = 1000.0;

  public static TranscriptJson of(String recording, Transcript transcript) {
    return new TranscriptJson(
        recording,
        transcript.shown().stream().map(Transcript.Shown::text).collect(Collectors.joining(" ")),
        transcript.words().stream().map(WordJson::of).toList(),
        transcript.passages().stream().map(PieceJson::of).toList(),
        ReviewList.of(transcript).stream().map(SpotJson::of).toList());
  }

  /**
   * The text in domain words.
   *
   * @throws IllegalArgumentException where a note is unknown
   */
  public Transcript toTranscript() {
    return new Transcript(
        words.stream().map(WordJson::toWord).toList(),
        pieces.stream().map(PieceJson::toPassage).toList());
  }

  private static double seconds(long millis) {
    return millis / SECOND;
  }

  private static long millis(double seconds) {
    return Math.round(seconds * SECOND);
  }

  /**
   * One word.
   *
   * @param word small letters without signs
   * @param text as it is written
   * @param probability that it was said
   * @param piece number of the piece, from 0
   */
  public record WordJson(
      String word, String text, double probability, double start, double end, int piece) {
    static WordJson of(TimedWord word) {
      return new WordJson(
          word.word(),
          word.surface(),
          word.probability(),
          seconds(word.startMillis()),
          seconds(word.endMillis()),
          word.passage());
    }

    TimedWord toWord() {
      return new TimedWord(word, text, probability, millis(start), millis(end), piece);
    }
  }

  /**
   * One piece.
   *
   * @param note {@code NONE}, {@code NO_SPEECH}, {@code UNCLEAR}, {@code SEVERAL_SPEAKERS} or
   *     {@code NO_ANSWER}
   */
  public record PieceJson(String id, double start, double end, String note) {
    static PieceJson of(Passage passage) {
      return new PieceJson(
          passage.id(),
          seconds(passage.startMillis()),
          seconds(passage.endMillis()),
          passage.note().name());
    }

    Passage toPassage() {
      return new Passage(id, millis(start), millis(end), Note.valueOf(note));
    }
  }

  /**
   * A place that may be wrong.
   *
   * @param piece the piece's id
   * @param before what stands before it
   * @param after what stands behind it
   * @param expectedErrors how many of its words are expected to be wrong or missing
   */
  public record SpotJson(
      String piece,
      double start,
      double end,
      String before,
      String text,
      String after,
      double expectedErrors) {
    static SpotJson of(UnsureSpot spot) {
      return new SpotJson(
          spot.piece(),
          seconds(spot.startMillis()),
          seconds(spot.endMillis()),
          spot.before(),
          spot.text(),
          spot.after(),
          spot.expectedErrors());
    }
  }
}
