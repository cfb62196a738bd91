package dev.hark.speech;

import java.util.Locale;

/**
 * Words within an utterance that are known to be of another language: a Dutch title in an English
 * sentence.
 *
 * @param words as they stand in the text
 * @param language of the words
 */
public record Quote(String words, Locale language) {}
