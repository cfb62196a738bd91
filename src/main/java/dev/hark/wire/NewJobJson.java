package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording to be written down piece by piece, each by several people; all or nothing.
 *
 * @param name of the recording; workers do not see it
 * @param title of the task group, which workers hear in the list
 * @param prompt of each piece's task
 * @param language that is spoken, as a BCP 47 tag
 * @param milliseconds length of the recording
 * @param glossary words that may come up, as they are spelt; none where absent
 * @param least answers that each piece gets, 1 where absent
 * @param most answers that one piece may get, the least where absent
 * @param answers that all pieces together may get, pieces times most where absent
 * @param reward for each answer
 * @param bonus the highest for one answer, nothing where absent
 * @param target how probable each word is to be before no further answer is asked for, 0.5 to
 *     0.999; absent where there is none
 * @param wordWorth what a word set right is worth to the requester, in the reward's currency: a
 *     piece asks for another answer only while that is expected to bring what it costs; absent
 *     where they do not say
 * @param repeats how often a worker's next piece is one that they answered before, 0 to 0.2; never
 *     where absent
 * @param allowedSeconds from accept to submit
 * @param autoApproveSeconds as for task groups
 * @param lifetimeSeconds as for task groups
 * @param priority as for task groups
 * @param keywords may be absent
 * @param annotation the requester's own words, which nobody else sees
 * @param qualifications what is required of workers, nothing where absent
 * @param budget a name under which recordings whose answers cost the same share the answers that
 *     they may get, 1 to 100 characters; absent where nothing is shared
 * @param pieces in the order of the recording, at least one
 */
public record NewJobJson(
    String name,
    String title,
    String prompt,
    String language,
    @Nullable Long milliseconds,
    @Nullable List<String> glossary,
    @Nullable Integer least,
    @Nullable Integer most,
    @Nullable Integer answers,
    MoneyJson reward,
    @Nullable MoneyJson bonus,
    @Nullable Double target,
    @Nullable MoneyJson wordWorth,
    @Nullable Double repeats,
    @Nullable Long allowedSeconds,
    @Nullable Long autoApproveSeconds,
    @Nullable Long lifetimeSeconds,
    @Nullable Integer priority,
    @Nullable List<String> keywords,
    @Nullable String annotation,
    @Nullable List<RequirementJson> qualifications,
    @Nullable String budget,
    List<NewPieceJson> pieces) {

  /** The same with other pieces. */
  public NewJobJson with(List<NewPieceJson> others) {
    return new NewJobJson(
        name,
        title,
        prompt,
        language,
        milliseconds,
        glossary,
        least,
        most,
        answers,
        reward,
        bonus,
        target,
        wordWorth,
        repeats,
        allowedSeconds,
        autoApproveSeconds,
        lifetimeSeconds,
        priority,
        keywords,
        annotation,
        qualifications,
        budget,
        others);
  }

  /**
   * A part of the recording. Where it begins before the end of the one before, they overlap.
   *
   * @param mediumId its sound, which was uploaded before
   * @param startMilliseconds from the start of the recording
   * @param endMilliseconds from the start of the recording
   */
  public record NewPieceJson(
      String mediumId, @Nullable Long startMilliseconds, @Nullable Long endMilliseconds) {}
}
