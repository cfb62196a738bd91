package dev.hark.filter;

import dev.hark.fault.Sentence;

/**
 * One condition of a filter and how a task stands to it.
 *
 * @param condition what is asked for, such as "pay per hour of at least 14 euros 71"
 * @param holds whether the task meets it
 * @param fact how it stands with the task, such as "about 12 to 15 euros an hour"
 */
public record Check(Sentence condition, boolean holds, Sentence fact) {}
