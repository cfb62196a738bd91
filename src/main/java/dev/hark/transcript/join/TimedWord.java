package dev.hark.transcript.join;

/**
 * A word of a joined text.
 *
 * @param word as it is compared
 * @param surface as it is written
 * @param probability that it was said
 * @param startMillis about when, from the begin of the recording
 * @param endMillis not before the start
 * @param passage number of the passage that it stands in, from 0
 */
public record TimedWord(
    String word,
    String surface,
    double probability,
    long startMillis,
    long endMillis,
    int passage) {}
