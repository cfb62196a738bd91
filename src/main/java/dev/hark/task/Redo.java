package dev.hark.task;

/**
 * A request to do a task again.
 *
 * @param words what is to be different, in the requester's words
 * @param former the answer from before, which stands where it is not done again
 */
public record Redo(String words, Answer former) {}
