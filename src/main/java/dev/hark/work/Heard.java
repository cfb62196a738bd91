package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;

/**
 * Something a session says. Front ends write it and speak it, in the same words.
 *
 * @param sentence what is said
 * @param priority what it may interrupt
 */
public record Heard(Sentence sentence, Priority priority) {}
