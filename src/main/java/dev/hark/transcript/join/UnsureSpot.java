package dev.hark.transcript.join;

/**
 * A place of a text that may be wrong.
 *
 * @param passage number of the passage, from 0
 * @param piece the piece's id
 * @param startMillis from the begin of the recording
 * @param firstWord number of its first word in the whole text, from 0
 * @param words how many words; 0 where a whole piece has none
 * @param before up to three words that stand before it
 * @param text its words, or what stands in the place of words
 * @param after up to three words that stand behind it
 * @param expectedErrors how many of its words are expected to be wrong or missing: what a listener
 *     gains who puts it right
 */
public record UnsureSpot(
    int passage,
    String piece,
    long startMillis,
    long endMillis,
    int firstWord,
    int words,
    String before,
    String text,
    String after,
    double expectedErrors) {}
