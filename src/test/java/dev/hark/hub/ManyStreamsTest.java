package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.event.Events;
import dev.hark.wire.EventPageJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers of events may cost a hub, whatever its database. */
class ManyStreamsTest {
  @TempDir Path data;
  private TestHub hub;
  private Caller worker;

  @BeforeEach
  void start() {
    hub = new TestHub(TestDatabase.SQLITE, data);
    worker = hub.worker();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("EVENT-6")
  void oneAccountCannotTakeAllStreams() {
    EventReader[] readers = new EventReader[20];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = worker.stream("/events/stream");
    }
    assertEquals("too-many", worker.get("/events/stream").refusal());
    assertEquals("too-many", worker.get("/events?wait=1&cursor=now").refusal());
    assertEquals(200, worker.get("/events").status());
    hub.worker().stream("/events/stream").close();
    for (EventReader reader : readers) {
      reader.close();
    }
    assertTrue(
        Patience.until(() -> worker.get("/events?wait=1&cursor=now").status() == 200),
        "whoever went away leaves room");
  }

  @Test
  @Requirement("EVENT-7")
  void aReaderThatTakesNothingIsCutOffAndOthersGoOn() throws IOException {
    try (Socket slow = new Socket()) {
      slow.setReceiveBufferSize(4_096);
      slow.connect(new InetSocketAddress(hub.hub.uri().getHost(), hub.hub.uri().getPort()), 5_000);
      slow.getOutputStream()
          .write(
              ("GET /api/v1/events/stream?cursor=now HTTP/1.1\r\n"
                      + "Host: hub\r\n"
                      + "Authorization: Bearer "
                      + worker.token()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      assertTrue(slow.getInputStream().read() == 'H');
      String from = worker.get("/events?cursor=now").as(EventPageJson.class).next();
      try (EventReader quick = worker.stream("/events/stream?cursor=" + from)) {
        int count = 6_000;
        hub.hub
            .services()
            .store()
            .write(
                handle -> {
                  for (int i = 0; i < count; i++) {
                    Events.emit(
                        handle,
                        TestClock.START,
                        EventStreamTest.event(i).with("long", "x".repeat(Events.DATA_LIMIT - 100)));
                  }
                  return null;
                });
        for (int i = 0; i < count; i++) {
          assertEquals(i, EventStreamTest.number(quick.next()));
        }
      }
      assertTrue(Patience.until(() -> hub.hub.services().events().watch().waiting() == 0));
      assertFalse(slow.isClosed(), "it was the hub that hung up");
    }
  }
}
