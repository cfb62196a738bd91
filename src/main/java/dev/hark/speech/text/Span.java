package dev.hark.speech.text;

import java.util.Locale;

/**
 * A stretch of text that one engine says in one go.
 *
 * @param text as it is written
 * @param language of all of it
 */
public record Span(String text, Locale language) {}
