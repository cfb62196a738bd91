package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.wire.EventJson;
import dev.hark.wire.EventPageJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class EventStreamTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller worker;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("EVENT-6")
  void aStreamTellsWhatHappensAndGoesOnFromTheLastId() {
    emit(0, 1);
    String seen;
    try (EventReader reader = worker.stream("/events/stream")) {
      emit(1, 3);
      assertEquals(1, number(reader.next()));
      assertEquals(2, number(reader.next()));
      seen = reader.lastId();
    }
    emit(3, 5);
    try (EventReader reader = worker.stream("/events/stream", "Last-Event-ID", seen)) {
      assertEquals(3, number(reader.next()));
      assertEquals(4, number(reader.next()));
    }
    try (EventReader reader = worker.stream("/events/stream?cursor=" + seen)) {
      assertEquals(3, number(reader.next()));
    }
  }

  @Test
  @Requirement("EVENT-6")
  void whatComesThroughAnotherHubIsToldToo() {
    try (TestHub other = new TestHub(database, data, hub.clock);
        EventReader reader = worker.stream("/events/stream?kinds=group.published")) {
      Caller requester = other.requester();
      String group = other.publish(requester, TestHub.group(1, false, null));
      assertEquals(group, reader.next().orElseThrow().groupId());
    }
  }

  @Test
  @Requirement("EVENT-6")
  void aQuietStreamShowsThatItIsAliveAndWhereItIs() {
    try (EventReader reader = worker.stream("/events/stream?kinds=review.written")) {
      emit(0, 1);
      String now = worker.get("/events").as(EventPageJson.class).next();
      assertTrue(Patience.until(() -> reader.lastId().equals(now)));
    }
  }

  @Test
  @Requirement("EVENT-6")
  void closingTheHubEndsStreamsAndWaitsAtOnce() {
    EventReader reader = worker.stream("/events/stream");
    long start = System.nanoTime();
    hub.close();
    assertEquals(Optional.empty(), reader.next());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 4_000);
    reader.close();
  }

  @Test
  @Requirement("EVENT-6")
  void aTokenThatIsMadeWorthlessHearsNoMore() {
    try (EventReader reader = worker.stream("/events/stream")) {
      assertEquals(204, worker.delete("/token").status());
      emit(0, 1);
      assertEquals(Optional.empty(), reader.next());
    }
  }

  static int number(Optional<EventJson> event) {
    return event.orElseThrow().data().get("number") instanceof Integer number ? number : -1;
  }

  static Event event(int number) {
    return Event.open(EventKind.GROUP_EXTENDED, "r").with("number", number);
  }

  private void emit(int from, int to) {
    for (int i = from; i < to; i++) {
      Event event = event(i);
      hub.hub
          .services()
          .store()
          .write(
              handle -> {
                Events.emit(handle, TestClock.START, event);
                return null;
              });
    }
  }
}
