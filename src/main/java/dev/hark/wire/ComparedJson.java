package dev.hark.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker's answer to a piece of a recording beside what all answers say together.
 *
 * @param assignmentId of the answer
 * @param title of the task group
 * @param requesterId whose recording it is
 * @param requester their name
 * @param worker the worker's id
 * @param mediumId the piece's sound
 * @param answer what the worker wrote
 * @param text what all say together; may be empty
 * @param differences in order
 * @param closeness how near the answer is to the text, from 0 to 1
 * @param bonus what was paid for that; may be nothing
 * @param highest what an answer just like the text gets
 * @param compared when
 * @param dispute what the worker says to it, absent where they say nothing
 */
public record ComparedJson(
    String assignmentId,
    String title,
    String requesterId,
    String requester,
    String worker,
    String mediumId,
    String answer,
    String text,
    List<DifferenceJson> differences,
    double closeness,
    MoneyJson bonus,
    MoneyJson highest,
    Instant compared,
    @Nullable DisputeJson dispute) {

  /** The same, with another id for its worker. */
  public ComparedJson by(String other) {
    return new ComparedJson(
        assignmentId,
        title,
        requesterId,
        requester,
        other,
        mediumId,
        answer,
        text,
        differences,
        closeness,
        bonus,
        highest,
        compared,
        dispute);
  }

  /**
   * One place where the two differ.
   *
   * @param before the word before it; empty at the begin
   * @param answer what the worker wrote; empty for nothing
   * @param text what all say together; empty for nothing
   */
  public record DifferenceJson(String before, String answer, String text) {}

  /**
   * What a worker says to a text.
   *
   * @param words theirs
   * @param made when
   * @param settled when it was settled, absent while it is open
   * @param paid the bonus that was paid then, absent where none was
   * @param reply why none was paid, absent where one was
   */
  public record DisputeJson(
      String words,
      Instant made,
      @Nullable Instant settled,
      @Nullable MoneyJson paid,
      @Nullable String reply) {}
}
