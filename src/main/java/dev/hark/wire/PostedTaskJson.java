package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A task as its requester sees it.
 *
 * @param id stable id
 * @param question what it asks
 * @param gold the known answer, absent where there is none
 * @param annotation the requester's own words, absent where there are none
 * @param answers how many were handed in
 */
public record PostedTaskJson(
    String id,
    QuestionJson question,
    @Nullable AnswerJson gold,
    @Nullable String annotation,
    int answers) {}
