package dev.hark.transcript;

/**
 * How an answer stands to the merged text of its piece.
 *
 * @param worker who gave it
 * @param counts its words and errors, to be added to what is known of the worker, and taken away
 *     again before the piece is merged anew; {@link Counts#NONE} where it has no words; as wrong as
 *     its worker usually is where nobody else wrote any
 * @param errorRate how likely a word of it is wrong, by the answer itself and what is known of the
 *     worker
 */
public record AnswerScore(String worker, Counts counts, double errorRate) {}
