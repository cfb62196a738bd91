package dev.hark.market.hub;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened on a hub.
 *
 * @param cursor where reading can go on after it
 * @param kind such as {@code assignment.approved}; a newer hub may know more kinds
 * @param at when it happened
 * @param groupId the task group
 * @param assignmentId the assignment
 * @param title what the group is called, where the hub says so
 */
public record News(
    String cursor,
    String kind,
    Instant at,
    Optional<String> groupId,
    Optional<String> assignmentId,
    Optional<String> title) {}
