package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Pages are read while things come and go between them, at random places by a fixed seed. */
@OnEachDatabase
@Requirement("API-2")
class StablePagesTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private final Random random = new Random(7);
  private TestHub hub;
  private Caller requester;
  private Caller worker;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
    worker = hub.worker();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void taskGroups() {
    Caller taker = hub.worker();
    hold(
        worker,
        "/task-groups",
        "/id",
        this::publish,
        id -> {
          String assignment = hub.accept(taker, id, "take-" + id).id();
          hub.submit(taker, assignment, "words");
        });
  }

  @Test
  void submissions() {
    hold(
        requester,
        "/submissions",
        "/assignmentId",
        () -> {
          Caller somebody = hub.worker();
          String id = hub.accept(somebody, publish(), "a").id();
          hub.submit(somebody, id, "words");
          return id;
        },
        id -> assertEquals(200, requester.post("/submissions/" + id + "/approve").status()));
  }

  @Test
  void webhooks() {
    hold(
        requester,
        "/webhooks",
        "/id",
        () ->
            requester
                .post("/webhooks", Map.of("url", "http://127.0.0.1:9/" + random.nextInt(1 << 30)))
                .json()
                .get("id")
                .asText(),
        id -> assertEquals(204, requester.delete("/webhooks/" + id).status()));
  }

  private String publish() {
    return hub.publish(requester, TestHub.group(1, false, null));
  }

  private void hold(
      Caller reader, String path, String id, Supplier<String> add, Consumer<String> remove) {
    List<String> there = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      there.add(made(add));
    }
    List<String> stay = new ArrayList<>(there);
    Collections.shuffle(stay, random);
    List<String> go = new ArrayList<>(stay.subList(0, 3));
    stay = stay.subList(3, stay.size());

    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = reader.get(path + "?limit=2" + cursor).json();
      page.get("items").forEach(item -> read.add(item.at(id).asText()));
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
      if (!go.isEmpty()) {
        remove.accept(go.removeLast());
        made(add);
      }
    } while (!cursor.isEmpty() && read.size() < 100);

    Set<String> once = new HashSet<>(read);
    assertEquals(read.size(), once.size(), () -> path + " gave something twice: " + read);
    List<String> missed = new ArrayList<>(stay);
    missed.removeAll(once);
    assertTrue(missed.isEmpty(), () -> path + " missed " + missed + " in " + read);
  }

  /** At times in the same moment as the one before, so that order hangs on more than time. */
  private String made(Supplier<String> add) {
    if (random.nextBoolean()) {
      hub.clock.forward(Duration.ofMillis(1));
    }
    return add.get();
  }
}
