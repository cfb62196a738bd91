package dev.hark.journal;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.market.Marketplace;
import dev.hark.market.Receipt;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The outbox over a journal and a marketplace. What could not be sent is tried again by a thread of
 * its own, first after two seconds, then ever more seldom, at least once a minute; that thread is
 * there only while something waits, and keeps no program alive.
 */
public final class JournalOutbox implements Outbox, AutoCloseable {
  private static final Logger LOG = System.getLogger(JournalOutbox.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Journal journal;
  private final Marketplace market;
  private final BiConsumer<OutboxEntry, Result> settled;
  private final Duration firstPause;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<String> submitting = new HashSet<>();
  private @Nullable Thread sender;
  private boolean hurry;
  private boolean closed;

  /**
   * Sends nothing yet.
   *
   * @param settled hears of each entry that had waited and was now sent or refused, on the thread
   *     that sent it
   */
  public JournalOutbox(
      Journal journal, Marketplace market, BiConsumer<OutboxEntry, Result> settled) {
    this(journal, market, settled, FIRST_PAUSE);
  }

  JournalOutbox(
      Journal journal,
      Marketplace market,
      BiConsumer<OutboxEntry, Result> settled,
      Duration firstPause) {
    this.journal = journal;
    this.market = market;
    this.settled = settled;
    this.firstPause = firstPause;
  }

  @Override
  public Result submit(Assignment assignment, Answer answer) {
    locked(() -> submitting.add(assignment.id()));
    try {
      Result result = send(journal.enqueue(assignment, answer));
      if (result instanceof Result.Kept) {
        keepTrying(false);
      } else {
        hurry();
      }
      return result;
    } finally {
      locked(() -> submitting.remove(assignment.id()));
    }
  }

  /** {@inheritDoc} Those are tried again by itself. */
  @Override
  public int flush() {
    int waiting = sendWaiting();
    if (waiting > 0) {
      keepTrying(false);
    }
    return waiting;
  }

  private int sendWaiting() {
    int waiting = 0;
    boolean answers = true;
    for (OutboxEntry entry : journal.waiting()) {
      if (answers && !isSubmitting(entry)) {
        Result result = send(entry);
        if (!(result instanceof Result.Kept)) {
          settled.accept(entry, result);
          continue;
        }
        answers = false;
      }
      waiting++;
    }
    return waiting;
  }

  /** Sends what waits, at once and then again and again, without keeping the caller. */
  public void flushInBackground() {
    keepTrying(true);
  }

  /** Stops trying; what waits stays in the journal. Closes neither journal nor marketplace. */
  @Override
  public void close() {
    locked(
        () -> {
          closed = true;
          changed.signalAll();
          return true;
        });
  }

  private Result send(OutboxEntry entry) {
    try {
      Receipt receipt = market.submit(entry.assignmentId(), entry.answer(), entry.key());
      note(() -> journal.confirm(entry.assignmentId()));
      return new Result.Sent(receipt);
    } catch (Fault.HubDown e) {
      LOG.log(Logger.Level.DEBUG, "not sent yet", e);
      return new Result.Kept();
    } catch (Fault.Refused e) {
      if (mayPass(e.refusal())) {
        return new Result.Kept();
      }
      note(() -> journal.refuse(entry.assignmentId(), e.refusal().code()));
      return new Result.Refused(e);
    }
  }

  /**
   * Where the journal cannot note how it went, the entry waits on, and the same key brings the same
   * outcome the next time.
   */
  private static void note(Runnable outcome) {
    try {
      outcome.run();
    } catch (Fault.Storage e) {
      LOG.log(Logger.Level.WARNING, "an outcome could not be noted", e);
    }
  }

  /** Refusals that say nothing about the answer. */
  private static boolean mayPass(Refusal refusal) {
    return switch (refusal) {
      case TOO_MANY,
          HUB_FAILED,
          UNAUTHENTICATED,
          TOKEN_EXPIRED,
          LACKS_SCOPE,
          TOO_SLOW,
          PROXY_ONLY ->
          true;
      default -> false;
    };
  }

  private boolean isSubmitting(OutboxEntry entry) {
    return locked(() -> submitting.contains(entry.assignmentId()));
  }

  /** The hub answers: what waits need not wait for its turn. */
  private void hurry() {
    locked(
        () -> {
          hurry = true;
          changed.signalAll();
          return true;
        });
  }

  private void keepTrying(boolean now) {
    lock.lock();
    try {
      hurry = now;
      if (sender == null && !closed) {
        sender = Thread.ofPlatform().daemon().name("hark-outbox").start(this::tryOn);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tryOn() {
    Duration pause = firstPause;
    while (rest(pause)) {
      try {
        if (sendWaiting() == 0 && isDone()) {
          return;
        }
      } catch (Fault e) {
        LOG.log(Logger.Level.WARNING, "what waits could not be sent", e);
      }
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  /** Ends the thread unless something came in since. */
  private boolean isDone() {
    return locked(
        () -> {
          boolean done = submitting.isEmpty();
          if (done) {
            sender = null;
          }
          return done;
        });
  }

  /** Waits out a pause; false where there is no more to do. */
  private boolean rest(Duration pause) {
    lock.lock();
    try {
      long left = pause.toNanos();
      while (left > 0 && !hurry && !closed) {
        left = changed.awaitNanos(left);
      }
      hurry = false;
      if (closed) {
        sender = null;
      }
      return !closed;
    } catch (InterruptedException e) {
      sender = null;
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean locked(BooleanSupplier action) {
    lock.lock();
    try {
      return action.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }
}
