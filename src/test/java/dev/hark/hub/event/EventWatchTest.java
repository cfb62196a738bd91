package dev.hark.hub.event;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.account.WorkerNames;
import dev.hark.hub.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventWatchTest {
  @Test
  @Requirement("EVENT-6")
  void whatComesBeforeTheFirstLookIsToldToo(@TempDir Path data) {
    try (Store store = Store.open(data);
        EventWatch watch =
            new EventWatch(new EventLog(store, Clock.systemUTC(), WorkerNames.open(store)));
        EventWatch.Waiter waiter = watch.join(new Audience("w", false))) {
      store.write(
          handle ->
              Events.emit(
                  handle, Clock.systemUTC().instant(), Event.open(EventKind.GROUP_EXTENDED, "r")));
      long began = System.nanoTime();
      watch.start();
      waiter.await(Duration.ofSeconds(20));
      assertTrue(System.nanoTime() - began < Duration.ofSeconds(10).toNanos());
    }
  }
}
