package dev.hark.task;

/**
 * One piece of work (MTurk: HIT).
 *
 * @param id the hub's id
 * @param groupId the group it belongs to
 * @param question what it asks
 */
public record Task(String id, String groupId, Question question) {}
