package dev.hark.wire;

/**
 * How far a recording is written down.
 *
 * @param job as it stands
 * @param answered pieces with an answer
 * @param done pieces for which no further answer is wanted
 * @param answersIn answers that are in
 * @param words of the text so far
 * @param expectedErrors how many of them are expected to be wrong, missing or too many
 * @param unsure places where it is worth to listen again
 * @param paid rewards and bonuses so far
 */
public record JobProgressJson(
    JobJson job,
    int answered,
    int done,
    int answersIn,
    int words,
    double expectedErrors,
    int unsure,
    MoneyJson paid) {}
