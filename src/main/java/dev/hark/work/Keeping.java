package dev.hark.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.market.Marketplace;
import dev.hark.task.SavedDraft;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Brings drafts to the marketplace in the background, the newest of each assignment, a moment after
 * the last key. No key waits for it. Where the market cannot be reached, it is tried again as long
 * as the session runs; the journal has the words anyway. Safe for use by several threads.
 */
final class Keeping implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Keeping.class.getName());
  private static final Duration AFTER_KEY = Duration.ofMillis(1500);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);
  private static final Duration LAST = Duration.ofSeconds(1);

  private final Marketplace market;
  private final Map<String, SavedDraft> waiting = new LinkedHashMap<>();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("drafts").factory());
  private boolean planned;
  private boolean closed;

  Keeping(Marketplace market) {
    this.market = market;
    // Closing brings what waits at once, and need not wait for its time.
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Brings this there soon, in the place of what waits of the same assignment. */
  synchronized void soon(String assignmentId, SavedDraft draft) {
    waiting.put(assignmentId, draft);
    plan(AFTER_KEY);
  }

  /** The answer was handed in, or the task given back: its draft is needed no more. */
  synchronized void forget(String assignmentId) {
    waiting.remove(assignmentId);
  }

  private void plan(Duration after) {
    if (!planned && !closed) {
      planned = true;
      var _ = thread.schedule(this::bringAll, after.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void bringAll() {
    Map<String, SavedDraft> now;
    synchronized (this) {
      planned = false;
      now = new LinkedHashMap<>(waiting);
      waiting.clear();
    }
    now.forEach(this::bring);
  }

  private void bring(String assignmentId, SavedDraft draft) {
    try {
      market.keepDraft(assignmentId, draft);
    } catch (Fault.Refused refused) {
      // Words that were typed here since are the newest there are, whatever another clock says.
      newer(refused).ifPresent(version -> again(assignmentId, version, draft));
    } catch (Fault.HubDown down) {
      LOG.log(Level.INFO, "a draft waits", down);
      putBack(assignmentId, draft);
    } catch (RuntimeException defect) {
      LOG.log(Level.WARNING, "a draft was not kept elsewhere", defect);
    }
  }

  private void again(String assignmentId, long version, SavedDraft draft) {
    try {
      market.keepDraft(assignmentId, new SavedDraft(version + 1, draft.content()));
    } catch (Fault fault) {
      LOG.log(Level.INFO, "a draft was not kept elsewhere", fault);
    }
  }

  private static Optional<Long> newer(Fault.Refused refused) {
    if (refused.refusal() != Refusal.DRAFT_OLDER || refused.sentence().args().isEmpty()) {
      return Optional.empty();
    }
    String version = String.valueOf(refused.sentence().args().getFirst());
    return version.matches("\\d{1,18}") ? Optional.of(Long.valueOf(version)) : Optional.empty();
  }

  private synchronized void putBack(String assignmentId, SavedDraft draft) {
    waiting.putIfAbsent(assignmentId, draft);
    plan(AFTER_TROUBLE);
  }

  /** Brings what waits, within a second, and stops. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    var _ = thread.submit(() -> bringAll());
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
