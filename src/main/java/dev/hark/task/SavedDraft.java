package dev.hark.task;

/**
 * An unfinished answer as a marketplace keeps it.
 *
 * @param version grows with every save; milliseconds since 1970 where a clock allows
 * @param content as the client made it
 */
public record SavedDraft(long version, String content) {}
