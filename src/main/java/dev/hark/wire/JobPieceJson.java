package dev.hark.wire;

/**
 * A part of a recording that is written down.
 *
 * @param index from 0, in the order of the recording
 * @param taskId the task that was made for it
 * @param mediumId its sound
 * @param startMilliseconds from the start of the recording
 * @param endMilliseconds from the start of the recording
 * @param overlapMilliseconds how much of its start is the end of the piece before too
 * @param wanted answers that it has or is to get
 */
public record JobPieceJson(
    int index,
    String taskId,
    String mediumId,
    long startMilliseconds,
    long endMilliseconds,
    long overlapMilliseconds,
    int wanted) {}
