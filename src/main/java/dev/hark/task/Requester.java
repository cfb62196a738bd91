package dev.hark.task;

/**
 * Who posts and pays.
 *
 * @param id the hub's id
 * @param name as they call themselves
 */
public record Requester(String id, String name) {}
