package dev.hark.transcript;

/**
 * A word of the merged text.
 *
 * @param word as it is compared
 * @param surface as most of those wrote it who wrote it, each by how far they are trusted
 * @param probability that it was said, by the method's own reckoning
 */
public record MergedWord(String word, String surface, double probability) {}
