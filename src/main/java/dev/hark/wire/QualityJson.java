package dev.hark.wire;

import dev.hark.wire.NewTaskGroupJson.NewTaskJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a requester wants of a group's answers. What is absent is as in a group without wishes.
 *
 * @param goldRate how often a worker's next task is gold that is mixed in, 0 to 0.5; 0 where absent
 * @param goldTasks gold to mix in, each with its known answer; what is there already stays
 * @param approveOnGold whether an answer that agrees with a known one is approved at once; true
 *     where absent
 * @param agreement the least probability of the merged option at which answers that agree with it
 *     are approved, 0.5 to 1; never where absent
 * @param enough how many answers that takes; all that are wanted where absent
 */
public record QualityJson(
    @Nullable Double goldRate,
    @Nullable List<NewTaskJson> goldTasks,
    @Nullable Boolean approveOnGold,
    @Nullable Double agreement,
    @Nullable Integer enough) {}
