package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.watch.Watch;
import dev.hark.watch.WatchPlan;
import dev.hark.watch.WatchPlan.Followed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Watching in the background of a session, as it is heard. */
class LookoutTest extends SessionFixture {
  @Override
  Optional<Desk.Watches> watches() {
    return Optional.of(
        (choice, listener) ->
            new Watch(
                market,
                QuietFeed::new,
                new WatchPlan(
                    List.of(new Followed(Optional.empty(), choice)),
                    WatchPlan.REST,
                    Optional.empty()),
                journal.watching(),
                Optional.empty(),
                listener,
                clock));
  }

  private void awaitFound(String groupId) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (journal.watching().mention(groupId).isEmpty()) {
      assertTrue(System.nanoTime() - end < 0, "never found");
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Test
  @Requirement("WAT-11")
  void whatComesIsToldBetweenTasksOnly() {
    start();
    act(Action.NEXT, Action.ACCEPT);
    market.add("g4", "Late Letters", CHOICE);
    heard.take();
    act(Action.WATCH);
    assertEquals(
        List.of("Watching. Between tasks I tell what comes that fits; j stops it."), heard.take());
    awaitFound("g4");
    session.tick();
    assertEquals(List.of(), heard.take(), "while a task is held");
    act(Action.RETURN);
    session.confirm(true);
    assertEquals(Mode.BROWSING, session.mode());
    heard.take();
    player.play();
    session.tick();
    assertEquals(List.of(), heard.take(), "while a recording plays");
    player.pause();
    session.tick();
    assertEquals(List.of("New: " + offer("g4")), heard.take());
    session.tick();
    assertEquals(List.of(), heard.take(), "once");
    act(Action.WATCH);
    assertEquals(List.of("Watching is over."), heard.take());
  }
}
