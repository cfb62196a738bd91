package dev.hark.transcript.join;

/**
 * What a piece adds to the text: from where the one before it ends to where the next begins.
 *
 * @param id the piece's
 * @param startMillis from the begin of the recording
 * @param endMillis not before the start, and not after the next passage's start
 */
public record Passage(String id, long startMillis, long endMillis, Note note) {}
