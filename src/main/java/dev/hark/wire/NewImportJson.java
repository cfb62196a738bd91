package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of what was said elsewhere of requesters.
 *
 * @param source where, such as {@code Turkopticon}, 1 to 40 characters
 * @param dryRun whether it is only asked what would happen
 * @param reviews single ones, at most 200 together with the aggregates
 * @param aggregates what a source itself added up
 */
public record NewImportJson(
    @Nullable String source,
    @Nullable Boolean dryRun,
    @Nullable List<ImportedReviewJson> reviews,
    @Nullable List<ImportedAggregateJson> aggregates) {}
