package dev.hark.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.watch.Told;
import dev.hark.watch.Watch;
import dev.hark.watch.WatchPlan.Match;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watching in the background of a session. What fits waits until the worker is between tasks, types
 * nothing and hears no recording.
 */
final class Lookout implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Lookout.class.getName());
  private static final int MOST_AT_ONCE = 3;
  private static final Duration LAST = Duration.ofSeconds(2);

  private final Session session;
  private final Deque<Told> waiting = new ArrayDeque<>();
  private @Nullable Watch watch;
  private @Nullable Thread thread;

  Lookout(Session session) {
    this.session = session;
  }

  /** Turns it on, or off, and says which. */
  void toggle() {
    Optional<Desk.Watches> watches = session.desk().watches();
    if (watches.isEmpty()) {
      session.say().answer("session.no-watching");
    } else if (isOn()) {
      close();
      session.say().answer("session.watching-off");
    } else {
      Watch fresh =
          watches
              .get()
              .of(
                  () -> session.desk().now(session.browsing().condition()),
                  (told, self) -> hear(told));
      watch = fresh;
      thread = Thread.ofVirtual().name("session-watch").start(() -> run(fresh));
      session.say().answer("session.watching-on");
    }
  }

  private boolean isOn() {
    return thread != null && thread.isAlive();
  }

  private void run(Watch fresh) {
    try {
      fresh.run();
    } catch (Fault fault) {
      LOG.log(Level.INFO, "watching ended", fault);
      hear(new Told.State(session.desk().clock().instant(), Told.Kind.HUB_AWAY, fault.sentence()));
    } catch (RuntimeException defect) {
      LOG.log(Level.ERROR, "a defect in watching", defect);
    }
  }

  private void hear(Told told) {
    synchronized (waiting) {
      waiting.add(told);
    }
  }

  /** Tells what waits, where that disturbs nobody. */
  void tell(boolean betweenTasks) {
    while (betweenTasks && !session.desk().player().playing()) {
      Told next;
      synchronized (waiting) {
        next = waiting.poll();
      }
      if (next == null) {
        return;
      }
      tell(next);
    }
  }

  private void tell(Told told) {
    switch (told) {
      // The session has just said how many fit.
      case Told.State(var at, Told.Kind kind, var sentence) when kind == Told.Kind.WATCHING -> {}
      case Told.Matches(var at, var matches) -> matches(matches);
      case Told.Summary _, Told.State _, Told.Caught _, Told.NotCaught _ ->
          told.sentences().forEach(session.say()::news);
    }
  }

  /** What is in the worker's list already was told there. */
  private void matches(List<Match> matches) {
    List<Match> fresh =
        matches.stream().filter(match -> !session.browsing().knows(match.groupId())).toList();
    fresh.stream()
        .limit(MOST_AT_ONCE)
        .map(match -> Sentence.of("session.watch-found", match.sentence()))
        .forEach(session.say()::news);
    if (fresh.size() > MOST_AT_ONCE) {
      session.say().news(Sentence.of("session.watch-more", fresh.size() - MOST_AT_ONCE));
    }
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.stop();
    }
    try {
      if (thread != null && !thread.join(LAST)) {
        LOG.log(Level.INFO, "watching does not stop at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watch = null;
    thread = null;
    synchronized (waiting) {
      waiting.clear();
    }
  }
}
