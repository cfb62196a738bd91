package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.HarkRun;
import dev.hark.journal.Tokens;
import dev.hark.wire.PostedGroupJson;
import dev.hark.wire.WorkTimesJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Prices by the times of a requester's own groups. */
@OnEachDatabase
class LikeTimesTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  @TempDir Path home;
  private TestHub hub;
  private Caller requester;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    new Tokens(new HarkRun(home).folders().made())
        .keep(
            address(),
            Tokens.Role.REQUESTER,
            new Tokens.Account(requester.id(), requester.token()));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("PAY-11")
  void theTimesOfOwnGroupsTellWhatBringsThreeQuartersToTheFloor() throws Exception {
    String id = hub.publish(requester, TestHub.group(1, false, 5));
    assertTrue(price().err().contains("Nobody has worked"), price().err());
    for (int seconds : List.of(10, 20, 30, 40, 50)) {
      Caller worker = hub.worker();
      String taken = hub.accept(worker, id, "k").id();
      hub.clock.forward(Duration.ofSeconds(seconds));
      hub.submit(worker, taken, TestHub.WORDS);
    }
    String other = hub.publish(hub.requester(), TestHub.group(1, false, 1));
    Caller hasty = hub.worker();
    String taken = hub.accept(hasty, other, "k").id();
    hub.clock.forward(Duration.ofSeconds(1));
    hub.submit(hasty, taken, TestHub.WORDS);

    PostedGroupJson posted = requester.get("/posted/" + id).as(PostedGroupJson.class);

    assertEquals(new WorkTimesJson(20, 40, 5), posted.times());
    assertEquals(
        "16 cents a task brings three quarters of workers 14 euros an hour or more: they take 40"
            + " seconds or less, by the times of 5 workers in your groups of that kind.",
        price().lines().getFirst());
    String under = price("--reward", "0.12").out();
    assertTrue(under.startsWith("12 cents for 40 seconds is 10 euros 80 an hour"), under);
    assertTrue(under.contains("Three quarters of workers took 40 seconds or less"), under);
  }

  @Test
  @Requirement("PAY-12")
  void aGroupLikeThoseThatTookLongIsSaidToBeUnderTheFloorAndPosted() throws Exception {
    String id = hub.publish(requester, TestHub.group(1, false, 1));
    Caller worker = hub.worker();
    String taken = hub.accept(worker, id, "k").id();
    hub.clock.forward(Duration.ofMinutes(2));
    hub.submit(worker, taken, TestHub.WORDS);
    Path file =
        Files.writeString(
            home.resolve("post.json"),
            """
            {"title": "Speech", "kind": "TRANSCRIBE", "language": "en",
              "reward": {"minor": 10, "currency": "EUR"}, "allowedSeconds": 600, "needs": [],
              "keywords": [], "tasks": [{"question":
                {"type": "text", "prompt": "Type it.", "media": []}}]}
            """);
    run("settings", "set", "floor", "12 EUR");

    HarkRun.Outcome posted = run("request", "post", file.toString());

    assertEquals(0, posted.code(), posted.err());
    assertTrue(
        posted.err().contains("10 cents for 2 minutes is 3 euros an hour, 9 euros under the floor"),
        posted.err());
    assertEquals(2, requester.get("/posted").json().get("items").size());
  }

  private HarkRun.Outcome price(String... more) {
    return run(
        Stream.concat(
                Stream.of("request", "price", "--kind", "transcribe", "--floor", "14 EUR"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private HarkRun.Outcome run(String... args) {
    return new HarkRun(home).with("HARK_HUB", address()).run(args);
  }

  private String address() {
    return hub.hub.uri().toString();
  }
}
