package dev.hark.wording;

import java.time.Duration;

/**
 * A place in a sound, as an argument of a sentence: told to the second, however long the sound is.
 *
 * @param at from the start
 */
public record Place(Duration at) {}
