package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import dev.hark.task.TaskGroup;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for a review of a requester, one short question after the other. */
final class Reviewing implements Stage {
  private static final int MOST_MARK = 5;

  /** As much as a hub takes. */
  private static final Duration MOST_MINUTES = Duration.ofDays(7);

  private static final Duration LONGEST_TASK = Duration.ofDays(1);

  /** The questions in order; the first ones are named like the attributes they ask for. */
  private enum Step {
    PAY,
    FAIRNESS,
    SPEED,
    COMMUNICATION,
    ACCESSIBILITY,
    REJECTIONS,
    TERMS,
    BROKEN,
    UNPAID,
    MINUTES,
    WORDS
  }

  private final Session session;
  private final TaskGroup group;
  private final Optional<Duration> measured;
  private final Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
  private Optional<Rejections> rejections = Optional.empty();
  private boolean termsBroken;
  private boolean brokenTask;
  private boolean unpaidScreening;
  private Optional<Duration> took = Optional.empty();
  private String words = "";
  private String typed = "";
  private Iterator<Step> later = Collections.emptyIterator();
  private Step step = Step.PAY;

  /**
   * @param measured how long the last task of the group took, from accept to submit, where that is
   *     known
   */
  Reviewing(Session session, TaskGroup group, Optional<Duration> measured) {
    this.session = session;
    this.group = group;
    this.measured = measured;
  }

  /** In whole minutes once it is over one; a clock that was changed measured nothing. */
  static Optional<Duration> measured(Duration took) {
    long seconds = took.toSeconds();
    if (seconds < 1 || took.compareTo(LONGEST_TASK) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        seconds < 60
            ? Duration.ofSeconds(seconds)
            : Duration.ofMinutes(Math.round(seconds / 60.0)));
  }

  private void restart() {
    later = List.of(Step.values()).iterator();
    step = later.next();
  }

  void begin() {
    restart();
    session.enter(this);
    session.say().answer("review.begin", new Theirs(group.requester().name()));
    if (session.isSpoken()) {
      session.say().answer("review.by-voice");
    }
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
      case BROKEN -> Sentence.of("review.ask-broken");
      case UNPAID -> Sentence.of("review.ask-unpaid");
      case MINUTES ->
          measured
              .map(time -> Sentence.of("review.ask-minutes-measured", time))
              .orElseGet(() -> Sentence.of("review.ask-minutes"));
      case WORDS -> Sentence.of("review.ask-words");
    };
  }

  @Override
  public Mode mode() {
    return Mode.TYPING;
  }

  @Override
  public void act(Action action) {
    switch (action) {
      case QUIT, RETURN -> {
        session.say().answer("review.left");
        session.browsing().comeBack();
      }
      case NEXT, SKIP -> {
        typed = "";
        typingDone();
      }
      case RESPEAK -> say();
      case UNDO -> undo();
      default -> onlyAnswers();
    }
  }

  private void onlyAnswers() {
    session.say().answer("review.only-answers");
    ask();
  }

  /** What is being said is thrown away. */
  private void undo() {
    if (session.isRecording()) {
      session.microphone().ifPresent(Microphone::drop);
      typed = "";
      session.say().answer("session.thrown-away");
    } else {
      onlyAnswers();
    }
  }

  /** Only the last answer is more than a word. */
  private void say() {
    if (step == Step.WORDS) {
      SpokenWords.into(session, this, () -> session.say().answer("session.speak"));
    } else {
      ask();
    }
  }

  @Override
  public List<Action> possible() {
    return List.of(Action.NEXT, Action.RESPEAK, Action.RETURN);
  }

  @Override
  public boolean asksYesOrNo() {
    return step == Step.TERMS || step == Step.BROKEN || step == Step.UNPAID;
  }

  @Override
  public void confirm(boolean yes) {
    if (asksYesOrNo()) {
      typed = yes ? "y" : "n";
      typingDone();
    }
  }

  @Override
  public int options() {
    return switch (step) {
      case PAY, FAIRNESS, SPEED, COMMUNICATION, ACCESSIBILITY -> MOST_MARK;
      case REJECTIONS -> Rejections.values().length;
      case TERMS, BROKEN, UNPAID, MINUTES, WORDS -> 0;
    };
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
      case TERMS -> takeYes(first, yes -> termsBroken = yes);
      case BROKEN -> takeYes(first, yes -> brokenTask = yes);
      case UNPAID -> takeYes(first, yes -> unpaidScreening = yes);
      case MINUTES -> takeMinutes(answer);
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

  /**
   * The first letters are those of both languages: none, geen; some, enkele; all, alles. By voice
   * they are the first to third option.
   */
  private boolean takeRejections(String first) {
    switch (first) {
      case "" -> rejections = Optional.empty();
      case "n", "g", "1" -> rejections = Optional.of(Rejections.NONE);
      case "s", "e", "2" -> rejections = Optional.of(Rejections.SOME);
      case "a", "3" -> rejections = Optional.of(Rejections.ALL);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The first letters are those of both languages: yes, ja; no, nee. */
  private static boolean takeYes(String first, Consumer<Boolean> take) {
    switch (first) {
      case "", "n" -> take.accept(false);
      case "y", "j" -> take.accept(true);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Enter takes what was measured; none leaves it out. */
  private boolean takeMinutes(String answer) {
    if (answer.isEmpty()) {
      took = measured;
      return true;
    }
    if (!answer.matches("[0-9]{1,5}([.,][0-9]{1,2})?")) {
      return false;
    }
    long seconds = Math.round(Double.parseDouble(answer.replace(',', '.')) * 60);
    took = seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    return seconds <= MOST_MINUTES.toSeconds();
  }

  /** A time that was only measured is nothing that somebody wanted to say. */
  private boolean isEmpty() {
    boolean reports = termsBroken || brokenTask || unpaidScreening;
    return marks.isEmpty()
        && rejections.isEmpty()
        && !reports
        && words.isEmpty()
        && (took.isEmpty() || took.equals(measured));
  }

  private void confirm() {
    if (isEmpty()) {
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
            brokenTask,
            unpaidScreening,
            took,
            words,
            session.desk().clock().instant(),
            Review.Reception.NONE);
    session.patience().tell(() -> session.desk().market().review(review));
    session.browsing().reviewed(group);
  }

  @Override
  public void where() {
    session.say().answer("review.begin", new Theirs(group.requester().name()));
    ask();
  }
}
