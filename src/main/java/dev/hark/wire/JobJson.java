package dev.hark.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording that is written down, as its requester sees it.
 *
 * @param id stable id
 * @param groupId the task group of its pieces
 * @param name of the recording, in the requester's words
 * @param language BCP 47 tag
 * @param milliseconds length of the recording
 * @param glossary words that may come up; may be empty
 * @param pieces how many
 * @param least answers that each piece gets
 * @param most answers that one piece may get
 * @param answers that all pieces together may get
 * @param wanted answers that all pieces together have or are to get so far
 * @param reward for each answer
 * @param fee the operator's, on top of each reward
 * @param bonus the highest for one answer; may be nothing
 * @param target how probable each word is to be before no further answer is asked for; absent where
 *     there is none
 * @param wordWorth what a word set right is worth to the requester; absent where they did not say
 * @param created when it was posted
 * @param closed when it ended, absent while it goes on
 */
public record JobJson(
    String id,
    String groupId,
    String name,
    String language,
    long milliseconds,
    List<String> glossary,
    int pieces,
    int least,
    int most,
    int answers,
    int wanted,
    MoneyJson reward,
    MoneyJson fee,
    MoneyJson bonus,
    @Nullable Double target,
    @Nullable MoneyJson wordWorth,
    Instant created,
    @Nullable Instant closed) {

  /** The same with another name. */
  public JobJson named(String other) {
    return new JobJson(
        id,
        groupId,
        other,
        language,
        milliseconds,
        glossary,
        pieces,
        least,
        most,
        answers,
        wanted,
        reward,
        fee,
        bonus,
        target,
        wordWorth,
        created,
        closed);
  }
}
