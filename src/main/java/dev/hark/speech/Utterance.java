package dev.hark.speech;

import java.util.Locale;

/**
 * Something to say.
 *
 * @param text in words, as it is written too
 * @param language of the text; chooses the engine
 * @param priority what it may interrupt
 */
public record Utterance(String text, Locale language, Priority priority) {}
