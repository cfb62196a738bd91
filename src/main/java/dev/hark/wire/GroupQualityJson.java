package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a requester wants of a group's answers, and how far that has come.
 *
 * @param goldRate how often a worker's next task is gold
 * @param goldTasks how many gold tasks there are to mix in
 * @param goldAnswersMost how many answers to them are paid for at most
 * @param goldAnswers how many there are
 * @param approveOnGold whether an answer that agrees with a known one is approved at once
 * @param agreement the least probability at which answers that agree are approved, absent for never
 * @param enough how many answers that takes, absent for all that are wanted
 */
public record GroupQualityJson(
    double goldRate,
    int goldTasks,
    int goldAnswersMost,
    int goldAnswers,
    boolean approveOnGold,
    @Nullable Double agreement,
    @Nullable Integer enough) {}
