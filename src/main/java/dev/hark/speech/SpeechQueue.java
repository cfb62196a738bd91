package dev.hark.speech;

import dev.hark.fault.Sentence;
import dev.hark.speech.text.Speakable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is said, one utterance at a time, by a thread that owns the voices. Safe for use by several
 * threads; no method but {@link #awaitSilence} waits.
 *
 * <ul>
 *   <li>An alert interrupts all but another alert; an answer that it cut off is said again after.
 *   <li>An answer stops the answer before it, and what is less than an answer.
 *   <li>That somebody has to wait is said at once, but for the answer and the alert before it; the
 *       answer stops it.
 *   <li>Progress replaces progress that was not said yet; cut off, it is not said again, and while
 *       a recording plays it is not said at all.
 *   <li>News waits until all else is said and no recording plays; cut off, it is said again, once.
 * </ul>
 *
 * <p>Where sound takes no time (it goes to files, or nowhere) nothing needs to be interrupted, and
 * all is said in its order.
 */
public final class SpeechQueue implements AutoCloseable {
  /** How long an engine may give nothing before it is abandoned, unless told otherwise. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Speaker speaker;
  private final Delivering delivering;
  private final Waiting waiting = new Waiting();
  private volatile int rate;
  private @Nullable Turn now;
  private boolean closed;

  /**
   * Starts to load the first engine.
   *
   * @param engines the preferred one first; the queue closes them
   * @param rate words a minute
   * @param patience how long an engine may give nothing before it is abandoned
   * @param news hears of engines that fail and languages that none speaks, on the queue's thread
   */
  public SpeechQueue(
      List<? extends Synthesizer> engines,
      int rate,
      Duration patience,
      Speaker speaker,
      Consumer<Sentence> news) {
    this(
        Map.of(Purpose.INTERFACE, new Delivery(engines, rate, new Speakable())),
        patience,
        speaker,
        news);
  }

  /**
   * Starts to load the first engine of each.
   *
   * @param deliveries how each purpose is spoken; one that lacks is spoken like the interface,
   *     which must be there
   * @param patience how long an engine may give nothing before it is abandoned
   * @param news hears of engines that fail and languages that none speaks, on the queue's thread
   */
  public SpeechQueue(
      Map<Purpose, Delivery> deliveries,
      Duration patience,
      Speaker speaker,
      Consumer<Sentence> news) {
    this.speaker = speaker;
    this.delivering = new Delivering(deliveries, patience, speaker, news);
    this.rate = delivering.usualRate();
    Thread.ofPlatform().daemon().name("speech").start(this::run);
  }

  /**
   * Changes all voices by as much as the interface's.
   *
   * @param rate words a minute of the interface's, from the next utterance on
   */
  public void rate(int rate) {
    this.rate = rate;
  }

  public int rate() {
    return rate;
  }

  public void say(Utterance utterance) {
    say(List.of(utterance));
  }

  /**
   * Says several one after another, as one: only what came before them is stopped.
   *
   * @param together all of one priority
   */
  public synchronized void say(List<Utterance> together) {
    if (closed || together.isEmpty()) {
      return;
    }
    Priority priority = together.getFirst().priority();
    if (paced()) {
      if (priority == Priority.PROGRESS && !speaker.quiet()) {
        return;
      }
      makeWay(priority);
    }
    together.forEach(waiting::add);
    changed();
  }

  private void makeWay(Priority priority) {
    if (priority == Priority.ANSWER) {
      waiting.drop(Priority.ANSWER);
    }
    if (priority != Priority.BACKGROUND && priority != Priority.ALERT) {
      dropPassing();
    }
    Turn turn = now;
    if (turn == null || turn.isCut()) {
      return;
    }
    int order = turn.priority().compareTo(priority);
    if (order < 0) {
      cut(turn, turn.priority() == Priority.ANSWER || worthAnother(turn));
    } else if (order == 0 && priority == Priority.ANSWER) {
      cut(turn, false);
    }
  }

  private void dropPassing() {
    waiting.drop(Priority.WAIT);
    waiting.drop(Priority.PROGRESS);
  }

  /** Whether what is said takes its time, so that it can be in the way. */
  private boolean paced() {
    return speaker.paced() || delivering.playsItself();
  }

  private static boolean worthAnother(Turn turn) {
    return turn.priority() == Priority.BACKGROUND && !turn.again();
  }

  private void cut(Turn turn, boolean again) {
    turn.cut();
    if (again) {
      waiting.putBack(turn.utterance());
    }
  }

  /**
   * A key was pressed: what is said stops at once, and answers to keys before are forgotten. Alerts
   * go on, and news is said again, once.
   */
  public synchronized void keyPressed() {
    if (!paced()) {
      return;
    }
    waiting.drop(Priority.ANSWER);
    dropPassing();
    Turn turn = now;
    if (turn != null && !turn.isCut() && turn.priority() != Priority.ALERT) {
      cut(turn, worthAnother(turn));
    }
    changed();
  }

  /** Stops what is said and forgets what waits. */
  public synchronized void silence() {
    waiting.dropAll();
    if (now != null) {
      now.cut();
    }
    changed();
  }

  /** To be called when {@link Speaker#quiet()} changed. */
  public synchronized void reconsider() {
    if (paced() && !speaker.quiet()) {
      waiting.drop(Priority.PROGRESS);
      Turn turn = now;
      if (turn != null && !turn.isCut() && !turn.urgent()) {
        cut(turn, worthAnother(turn));
      }
    }
    changed();
  }

  private void changed() {
    Turn turn = now;
    speaker.wanted((turn != null && !turn.isCut() && turn.urgent()) || waiting.urgent());
    notifyAll();
  }

  /**
   * Waits until all is said.
   *
   * @return false where it is not, after the bound
   */
  public synchronized boolean awaitSilence(Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    while (now != null || !waiting.isEmpty()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Stops at once; what was not said is not said. */
  @Override
  public synchronized void close() {
    closed = true;
    silence();
  }

  private void run() {
    Turn turn = take();
    while (turn != null) {
      delivering.speak(turn, rate, this::upcoming);
      synchronized (this) {
        now = null;
        changed();
      }
      turn = take();
    }
    delivering.close();
  }

  private synchronized Optional<Utterance> upcoming() {
    return Optional.ofNullable(waiting.upcoming(speaker.quiet(), !paced()))
        .map(Waiting.Item::utterance);
  }

  private synchronized @Nullable Turn take() {
    Waiting.Item item = null;
    try {
      while (!closed && item == null) {
        item = waiting.next(speaker.quiet(), !paced());
        if (item == null) {
          wait();
        }
      }
    } catch (InterruptedException e) {
      // Nobody has a reason to interrupt this thread; it ends as close() would end it.
      closed = true;
    }
    now = item == null || closed ? null : new Turn(item);
    return now;
  }
}
