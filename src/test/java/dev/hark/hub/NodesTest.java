package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.clock.SteadyClock;
import dev.hark.hub.store.Database;
import dev.hark.wire.MediumJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Several hubs with folders of their own, on one database and one folder of media. */
@OnEachDatabase
class NodesTest {
  @Parameter TestDatabase database;
  @TempDir Path shared;

  private Hub node(String name, Clock clock) {
    Database one = database.in(shared);
    return Hub.start(
        HubConfig.embedded(shared.resolve(name), "Market", true)
            .withDatabase(one)
            .withMedia(shared.resolve("media"))
            .withClock(clock));
  }

  private Caller operator(Hub hub, String name) throws IOException {
    return new Caller(
        hub.uri(), "", Files.readString(shared.resolve(name).resolve("operator.token")).strip());
  }

  @Test
  @Requirement("OPER-1")
  void whatOneNodeTookAnotherGives() throws IOException {
    TestClock clock = new TestClock();
    byte[] bytes = "<svg/>".getBytes(StandardCharsets.UTF_8);
    try (Hub one = node("a", clock);
        Hub two = node("b", clock)) {
      Caller requester = TestHub.register(one, "REQUESTER", "Radio Archive");
      String medium = requester.upload("/media", "image/svg+xml", bytes).as(MediumJson.class).id();
      Caller there = new Caller(two.uri(), requester.id(), requester.token());
      assertArrayEquals(bytes, there.get("/media/" + medium).body());
    }
    try (var files = Files.list(shared.resolve("a"))) {
      assertTrue(
          files.map(file -> file.getFileName().toString()).noneMatch("media"::equals),
          "media are in the shared folder only");
    }
  }

  @Test
  @Requirement("OPER-1")
  void theOperatorsTokenOfEachNodeIsGoodOnAll() throws IOException {
    TestClock clock = new TestClock();
    try (Hub one = node("a", clock);
        Hub two = node("b", clock)) {
      for (Hub hub : List.of(one, two)) {
        for (String name : List.of("a", "b")) {
          assertEquals(200, operator(hub, name).get("/submissions").status());
        }
      }
    }
  }

  @Test
  @Requirement("OPER-2")
  void aNodeWhoseMachinesClockIsWrongTakesTheDatabasesTime() {
    SteadyClock wrong = new SteadyClock();
    wrong.startAt(Instant.parse("1999-12-31T23:59:59Z"));
    try (Hub hub = node("a", wrong)) {
      Duration off = Duration.between(wrong.instant(), hub.services().store().time());
      assertTrue(off.abs().compareTo(Duration.ofSeconds(1)) < 0, off::toString);
    }
  }
}
