package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * What reviews of one task group add up to.
 *
 * @param groupId the group
 * @param rating absent where no review counts
 * @param waiting people whose reviews do not count yet
 */
public record GroupRatingJson(String groupId, @Nullable RatingJson rating, int waiting) {}
