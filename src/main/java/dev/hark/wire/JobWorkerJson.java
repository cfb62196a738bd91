package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A worker of a recording, as its requester sees them.
 *
 * @param worker the worker's id
 * @param answers pieces that they answered and that count
 * @param closeness how near their answers are to the text, on average, from 0 to 1
 * @param repeated pieces that came to them twice
 * @param selfAgreement how much of both answers to such a piece is the same, on average, from 0 to
 *     1; absent where none came twice
 */
public record JobWorkerJson(
    String worker, int answers, double closeness, int repeated, @Nullable Double selfAgreement) {

  /** The same, with another id for the worker. */
  public JobWorkerJson by(String other) {
    return new JobWorkerJson(other, answers, closeness, repeated, selfAgreement);
  }
}
