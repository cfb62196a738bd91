package dev.hark.hub.job;

import dev.hark.hub.qualification.GroupRequirement;
import dev.hark.hub.quality.MixedRepeats;
import dev.hark.hub.work.NewGroup;
import dev.hark.task.Medium;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Question;
import dev.hark.task.TaskKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A recording to be written down.
 *
 * @param name of the recording, in the requester's words
 * @param title of the task group, which workers hear in the list
 * @param prompt of each piece's task
 * @param language that is spoken
 * @param length of the recording
 * @param glossary words that may come up, as they are spelt; may be empty
 * @param least answers that each piece gets
 * @param most answers that one piece may get
 * @param answers that all pieces together may get; pieces times most where empty
 * @param reward for each answer
 * @param bonus the highest for one answer, in minor units of the reward's currency; may be nothing
 * @param target how probable each word is to be before no further answer is asked for
 * @param wordWorth what a word set right is worth to the requester, in minor units of the reward's
 *     currency; empty where they do not say
 * @param repeats how often a worker's next piece is one that they answered before; 0 for never
 * @param allowed time from accept to submit
 * @param autoApproval after how long an answer that nobody decided on is approved
 * @param lifetime after which nobody can accept any more; empty where there is no end
 * @param priority of the task group
 * @param keywords of the task group; may be empty
 * @param annotation the requester's own words, which nobody else sees
 * @param requirements what is asked of workers; may be empty
 * @param budget a name under which recordings of the requester share the answers that they may get;
 *     empty where nothing is shared
 * @param pieces in the order of the recording
 */
public record NewJob(
    String name,
    String title,
    String prompt,
    Locale language,
    Duration length,
    List<String> glossary,
    int least,
    int most,
    OptionalInt answers,
    Money reward,
    long bonus,
    OptionalDouble target,
    OptionalLong wordWorth,
    double repeats,
    Duration allowed,
    Duration autoApproval,
    Optional<Duration> lifetime,
    int priority,
    List<String> keywords,
    Optional<String> annotation,
    List<GroupRequirement> requirements,
    Optional<String> budget,
    List<Piece> pieces) {

  public NewJob {
    glossary = List.copyOf(glossary);
    keywords = List.copyOf(keywords);
    requirements = List.copyOf(requirements);
    pieces = List.copyOf(pieces);
  }

  /**
   * A part of the recording.
   *
   * @param mediumId its sound, which the requester uploaded before
   * @param start in milliseconds from the start of the recording
   * @param end in the same
   */
  public record Piece(String mediumId, long start, long end) {}

  /** Answers that all pieces together may get. */
  int answersAtMost() {
    return answers.orElse(pieces.size() * most);
  }

  /** Answers to pieces that come twice to a worker, beside those. */
  int repeatsAtMost() {
    return MixedRepeats.budget(answersAtMost(), repeats);
  }

  /** The task group of its pieces, as it comes onto the market. */
  NewGroup group() {
    return new NewGroup(
        title,
        TaskKind.TRANSCRIBE,
        language,
        reward,
        allowed,
        autoApproval,
        least,
        priority,
        Optional.empty(),
        Set.of(Need.HEARING),
        keywords,
        tasks(),
        lifetime,
        annotation,
        false,
        requirements);
  }

  private List<NewGroup.NewTask> tasks() {
    List<NewGroup.NewTask> tasks = new ArrayList<>();
    Optional<Medium> before = Optional.empty();
    for (Piece piece : pieces) {
      Medium medium = new Medium(piece.mediumId(), "", Optional.empty(), "");
      tasks.add(
          new NewGroup.NewTask(
              new Question.Transcription(prompt, List.of(medium), before, glossary),
              Optional.empty()));
      before = Optional.of(medium);
    }
    return tasks;
  }
}
