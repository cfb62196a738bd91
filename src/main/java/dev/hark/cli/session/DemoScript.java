package dev.hark.cli.session;

import dev.hark.cli.hub.Connection;
import dev.hark.fault.Sentence;
import dev.hark.market.Marketplace;
import dev.hark.market.OfferWords;
import dev.hark.task.Assignment;
import dev.hark.task.Question;
import dev.hark.wording.Wording;
import dev.hark.work.Action;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would type in a first session: looks for a fair audio task, hears it, answers it,
 * reviews who paid, and leaves. Each line is shown before it is taken.
 */
public final class DemoScript implements LineSource {
  private static final int MOST_TRIES = 10;

  private final Connection connection;
  private final Marketplace market;
  private final Wording wording;
  private final Consumer<Sentence> say;
  private final Deque<String> lines = new ArrayDeque<>();
  private Step step = Step.CHOOSE;
  private int tries;
  private @Nullable Assignment held;

  private enum Step {
    CHOOSE,
    ANSWER,
    REVIEW,
    LEAVE
  }

  /**
   * @param say shows what is typed
   */
  public DemoScript(
      Connection connection, Marketplace market, Wording wording, Consumer<Sentence> say) {
    this.connection = connection;
    this.market = market;
    this.wording = wording;
    this.say = say;
  }

  @Override
  public @Nullable String next() {
    if (lines.isEmpty()) {
      plan();
    }
    String line = lines.poll();
    if (line != null) {
      say.accept(Sentence.of("cli.demo-typed", line));
    }
    return line;
  }

  private void plan() {
    switch (step) {
      case CHOOSE -> {
        type(Action.DETAILS, Action.ACCEPT);
        step = Step.ANSWER;
      }
      case ANSWER -> answer();
      case REVIEW -> {
        standing();
        type(Action.RATE);
        lines.addAll(
            List.of("5", "5", "4", "", "5", "n", "n", "", "", "", wording.say("cli.demo-review")));
        lines.add("y");
        step = Step.LEAVE;
      }
      case LEAVE -> {
        if (held != null) {
          standing();
          held = null;
          type(Action.EARNINGS, Action.QUIT);
        }
      }
    }
  }

  private void answer() {
    Optional<Assignment> mine = market.held().stream().findFirst();
    Optional<String> words = mine.flatMap(this::words);
    if (words.isPresent()) {
      held = mine.get();
      lines.addAll(FrontWords.FrontWord.WAIT.words(wording).subList(0, 1));
      type(Action.TYPE);
      lines.add(words.get());
      type(Action.READ, Action.SUBMIT);
      lines.add("y");
      step = Step.REVIEW;
    } else if (tries++ < MOST_TRIES) {
      if (mine.isPresent()) {
        type(Action.RETURN);
        lines.add("y");
      }
      type(Action.NEXT);
      step = Step.CHOOSE;
    } else {
      step = Step.LEAVE;
    }
  }

  private Optional<String> words(Assignment assignment) {
    return assignment.task().question() instanceof Question.Transcription
        ? connection.knownWords(assignment.id())
        : Optional.empty();
  }

  /** What is known of who pays, before and after the review. */
  private void standing() {
    if (held != null) {
      say.accept(
          Sentence.of("cli.demo-standing", OfferWords.standing(market.offer(held.group().id()))));
    }
  }

  private void type(Action... actions) {
    for (Action action : actions) {
      lines.add(ActionWords.of(wording, action).getFirst());
    }
  }
}
