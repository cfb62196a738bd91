package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import dev.hark.task.TaskGroup;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks for a review of a requester, one short question after the other. */
final class Reviewing implements Stage {
  /** The questions in order; the first ones are named like the attributes they ask for. */
  private enum Step {
    PAY,
    FAIRNESS,
    SPEED,
    COMMUNICATION,
    ACCESSIBILITY,
    REJECTIONS,
    TERMS,
    WORDS
  }

  private final Session session;
  private final TaskGroup group;
  private final Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
  private Optional<Rejections> rejections = Optional.empty();
  private boolean termsBroken;
  private String words = "";
  private String typed = "";
  private Iterator<Step> later = Collections.emptyIterator();
  private Step step = Step.PAY;

  Reviewing(Session session, TaskGroup group) {
    this.session = session;
    this.group = group;
  }

  private void restart() {
    later = List.of(Step.values()).iterator();
    step = later.next();
  }

  void begin() {
    restart();
    session.enter(this);
    session.say().answer("review.begin", group.requester().name());
    ask();
  }

  private void ask() {
    session.say().answer(question());
  }

  private Sentence question() {
    return switch (step) {
      case PAY -> Sentence.of("review.ask-pay");
      case FAIRNESS -> Sentence.of("review.ask-fairness");
      case SPEED -> Sentence.of("review.ask-speed");
      case COMMUNICATION -> Sentence.of("review.ask-communication");
      case ACCESSIBILITY -> Sentence.of("review.ask-accessibility");
      case REJECTIONS -> Sentence.of("review.ask-rejections");
      case TERMS -> Sentence.of("review.ask-terms");
      case WORDS -> Sentence.of("review.ask-words");
    };
  }

  @Override
  public Mode mode() {
    return Mode.TYPING;
  }

  @Override
  public void act(Action action) {
    if (action == Action.QUIT || action == Action.RETURN) {
      session.say().answer("review.left");
      session.browsing().comeBack();
    } else {
      session.say().answer("review.only-answers");
      ask();
    }
  }

  @Override
  public void option(int number) {
    typed = Integer.toString(number);
    typingDone();
  }

  @Override
  public void typed(String text) {
    typed = text;
  }

  @Override
  public void typingDone() {
    String answer = typed.strip();
    typed = "";
    if (!take(answer)) {
      session.say().answer("review.not-understood", answer);
      ask();
      return;
    }
    if (later.hasNext()) {
      step = later.next();
      ask();
    } else {
      restart();
      confirm();
    }
  }

  private boolean take(String answer) {
    String first = answer.isEmpty() ? "" : answer.substring(0, 1).toLowerCase(Locale.ROOT);
    return switch (step) {
      case REJECTIONS -> takeRejections(first);
      case TERMS -> takeTerms(first);
      case WORDS -> {
        words = answer;
        yield true;
      }
      case PAY, FAIRNESS, SPEED, COMMUNICATION, ACCESSIBILITY ->
          takeMark(Attribute.valueOf(step.name()), answer);
    };
  }

  private boolean takeMark(Attribute attribute, String answer) {
    if (answer.isEmpty()) {
      marks.remove(attribute);
      return true;
    }
    if (answer.matches("[1-5]")) {
      marks.put(attribute, Integer.parseInt(answer));
      return true;
    }
    return false;
  }

  /** The first letters are those of both languages: none, geen; some, enkele; all, alles. */
  private boolean takeRejections(String first) {
    switch (first) {
      case "" -> rejections = Optional.empty();
      case "n", "g" -> rejections = Optional.of(Rejections.NONE);
      case "s", "e" -> rejections = Optional.of(Rejections.SOME);
      case "a" -> rejections = Optional.of(Rejections.ALL);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean takeTerms(String first) {
    switch (first) {
      case "", "n" -> termsBroken = false;
      case "y", "j" -> termsBroken = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void confirm() {
    if (marks.isEmpty() && rejections.isEmpty() && !termsBroken && words.isEmpty()) {
      session.say().answer("review.left");
      session.browsing().comeBack();
      return;
    }
    new Confirming(session, Sentence.of("review.confirm", marks.size()), this, this::send).ask();
  }

  private void send() {
    Review review =
        new Review(
            group.requester().id(),
            group.id(),
            "",
            marks,
            rejections,
            termsBroken,
            words,
            session.desk().clock().instant());
    session.patience().tell(() -> session.desk().market().review(review));
    session.browsing().reviewed(group);
  }

  @Override
  public void where() {
    session.say().answer("review.begin", group.requester().name());
    ask();
  }
}
