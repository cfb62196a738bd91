package dev.hark.hub.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.TaskKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task group as it stands in {@code by-ear.json} or {@code sight.json}.
 *
 * @param reward currency and minor units, such as {@code EUR 18}
 * @param history what was done before; absent where nobody has done any
 * @param voice who speaks, where one voice says all
 * @param gold whether what is said is known, so that a right transcript is paid at once
 * @param say for transcription: sentence ids, several apart by spaces
 * @param pairs for comparing: two recordings as {@code SENTENCE@VOICE} and the right option
 * @param options for choices: id and label
 * @param items for choices about a text: the text and the right option
 * @param forms for several choices about texts at once
 * @param pictures one a task
 * @param parts for a questionnaire
 * @param picture what a questionnaire is about
 * @param copies how many people each task is for
 * @param samples what people answered in the past where they are free to
 */
record GroupPlan(
    String id,
    String requester,
    TaskKind kind,
    String language,
    String title,
    String reward,
    int minutes,
    List<Need> needs,
    List<String> keywords,
    @Nullable History history,
    String prompt,
    @Nullable String voice,
    boolean gold,
    @Nullable List<String> say,
    @Nullable List<List<String>> pairs,
    @Nullable List<List<String>> options,
    @Nullable List<List<String>> items,
    @Nullable List<List<List<String>>> forms,
    @Nullable List<PicturePlan> pictures,
    @Nullable List<Part> parts,
    @Nullable PicturePlan picture,
    int copies,
    @Nullable List<String> samples) {

  GroupPlan {
    copies = Math.max(1, copies);
  }

  /**
   * What was done over the past year.
   *
   * @param done how many answers
   * @param workers by how many people
   * @param seconds the 25th and 75th percentile of a task's time over those people
   */
  record History(int done, int workers, List<Integer> seconds) {}

  /**
   * One question of a questionnaire.
   *
   * @param options absent where the answer is free words
   */
  record Part(String ask, @Nullable List<List<String>> options) {}

  Money money() {
    int space = reward.indexOf(' ');
    return Money.of(Long.parseLong(reward.substring(space + 1)), reward.substring(0, space));
  }

  /** All groups, those that can be done by ear first. */
  static List<GroupPlan> load() {
    TypeReference<List<GroupPlan>> type = new TypeReference<>() {};
    return Stream.of("by-ear.json", "sight.json")
        .flatMap(name -> Resources.json(name, type).stream())
        .toList();
  }
}
