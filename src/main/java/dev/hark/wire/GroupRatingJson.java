package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * What reviews of one task group add up to, and what its workers earned.
 *
 * @param groupId the group
 * @param rating absent where no review counts
 * @param waiting people whose reviews do not count yet
 * @param earned absent where no work has ended
 */
public record GroupRatingJson(
    String groupId, @Nullable RatingJson rating, int waiting, @Nullable EarnedJson earned) {}
