package dev.hark.wire;

import java.util.List;

/**
 * Tasks to add to a group.
 *
 * @param tasks at least one
 */
public record NewTasksJson(List<NewTaskGroupJson.NewTaskJson> tasks) {}
