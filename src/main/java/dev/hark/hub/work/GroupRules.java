package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.task.Answer;
import dev.hark.task.Question;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a task group may look like. */
public final class GroupRules {
  static final int TITLE_LIMIT = 200;
  static final int PROMPT_LIMIT = 10_000;
  static final int TASK_LIMIT = 10_000;
  static final int COPIES_LIMIT = 1_000;
  static final int ANSWER_LIMIT = 30_000;
  static final int PRIORITY_LIMIT = 1_000;
  static final int ANNOTATION_LIMIT = 1_000;
  static final Duration LIFETIME_LIMIT = Duration.ofDays(366);
  static final int KEYWORD_LIMIT = 30;
  static final int GLOSSARY_LIMIT = 100;
  static final int GLOSSARY_WORD_LIMIT = 60;
  static final int OPTION_LIMIT = 100;
  static final int PART_LIMIT = 100;
  static final Duration ALLOWED_LIMIT = Duration.ofDays(30);
  static final long REWARD_LIMIT = 1_000_000;

  private GroupRules() {}

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID}, which names the first wrong member
   */
  static void check(NewGroup group) {
    require(within(group.title(), 1, TITLE_LIMIT), "title: 1 to " + TITLE_LIMIT + " characters");
    require(
        group.reward().minor() >= 1 && group.reward().minor() <= REWARD_LIMIT,
        "reward.minor: 1 to " + REWARD_LIMIT);
    require(
        group.allowed().toSeconds() >= 1 && group.allowed().compareTo(ALLOWED_LIMIT) <= 0,
        "allowedSeconds: 1 to " + ALLOWED_LIMIT.toSeconds());
    require(
        !group.autoApproval().isNegative() && group.autoApproval().compareTo(ALLOWED_LIMIT) <= 0,
        "autoApproveSeconds: 0 to " + ALLOWED_LIMIT.toSeconds());
    require(group.copies() >= 1 && group.copies() <= COPIES_LIMIT, "copies: 1 to " + COPIES_LIMIT);
    require(
        group.keywords().size() <= KEYWORD_LIMIT
            && group.keywords().stream().allMatch(word -> within(word, 1, TITLE_LIMIT)),
        "keywords: at most " + KEYWORD_LIMIT + ", each 1 to " + TITLE_LIMIT + " characters");
    group
        .lifetime()
        .ifPresent(
            lifetime ->
                require(
                    lifetime.toSeconds() >= 1 && lifetime.compareTo(LIFETIME_LIMIT) <= 0,
                    "lifetimeSeconds: 1 to " + LIFETIME_LIMIT.toSeconds()));
    priority(group.priority());
    annotation(group.annotation());
    tasks(group.tasks(), group.copies());
  }

  static void priority(int priority) {
    require(
        Math.abs((long) priority) <= PRIORITY_LIMIT,
        "priority: -" + PRIORITY_LIMIT + " to " + PRIORITY_LIMIT);
  }

  private static void annotation(Optional<String> annotation) {
    require(
        annotation.map(String::length).orElse(0) <= ANNOTATION_LIMIT,
        "annotation: at most " + ANNOTATION_LIMIT + " characters");
  }

  /** Tasks of one call, and how many answers they want. */
  static void tasks(List<NewGroup.NewTask> tasks, int copies) {
    require(
        tasks.size() <= TASK_LIMIT && (long) tasks.size() * copies <= ANSWER_LIMIT,
        "tasks: at most "
            + TASK_LIMIT
            + " in one call, and "
            + ANSWER_LIMIT
            + " with their copies");
    tasks.forEach(GroupRules::check);
  }

  static void check(NewGroup.NewTask task) {
    annotation(task.annotation());
    check(task.question());
    task.gold()
        .ifPresent(
            (Answer gold) ->
                require(Fit.fits(task.question(), gold), "gold: an answer that fits the question"));
  }

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID}, which names the first wrong member
   */
  public static void check(Question question) {
    require(
        within(question.prompt(), 1, PROMPT_LIMIT), "prompt: 1 to " + PROMPT_LIMIT + " characters");
    switch (question) {
      case Question.Choice choice -> {
        Set<String> ids = new HashSet<>();
        for (Question.Option option : choice.options()) {
          require(
              within(option.id(), 1, TITLE_LIMIT) && within(option.label(), 1, PROMPT_LIMIT),
              "options: an id and a label each");
          require(ids.add(option.id()), "options: ids that differ");
        }
        require(choice.options().size() <= OPTION_LIMIT, "options: at most " + OPTION_LIMIT);
      }
      case Question.Form form -> {
        require(form.parts().size() <= PART_LIMIT, "parts: at most " + PART_LIMIT);
        form.parts().forEach(GroupRules::check);
      }
      case Question.Transcription words -> glossary(words.glossary());
      case Question.OpenText words -> {}
    }
  }

  /**
   * Words that help whoever writes down what is said.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID} where they are too many or too long
   */
  public static void glossary(List<String> words) {
    require(
        words.size() <= GLOSSARY_LIMIT
            && words.stream().allMatch(word -> within(word, 1, GLOSSARY_WORD_LIMIT)),
        "glossary: at most "
            + GLOSSARY_LIMIT
            + " words, each 1 to "
            + GLOSSARY_WORD_LIMIT
            + " characters");
  }

  private static boolean within(String text, int least, int most) {
    return text.length() >= least && text.length() <= most && !text.isBlank();
  }

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID} where it does not hold
   */
  public static void require(boolean holds, String expected) {
    if (!holds) {
      throw new Fault.Refused(Refusal.INVALID, expected);
    }
  }
}
