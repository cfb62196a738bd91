package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task group asks of a worker.
 *
 * @param qualification id of a qualification, or {@code location}, {@code share-approved} or {@code
 *     number-approved}
 * @param comparator a {@code Comparison} in upper case
 * @param values what is wanted; absent for a place and where only having it counts
 * @param places ISO 3166 countries and regions, for the location only
 * @param guards a {@code Guard} in upper case, {@code ACCEPT} where absent
 */
public record RequirementJson(
    String qualification,
    String comparator,
    @Nullable List<Long> values,
    @Nullable List<String> places,
    @Nullable String guards) {}
