package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.hub.Connection;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following events and looking after webhooks, as a requester hears it. */
final class EventCommandsTest {
  @TempDir Path data;
  @TempDir Path home;
  private Hub hub;

  @BeforeEach
  void start() {
    hub = Hub.start(HubConfig.embedded(data, "Test market", true));
    try (Connection connection = Connection.to(new HarkRun(home).folders(), hub.uri().toString())) {
      connection.requester("Radio Archive").close();
    }
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private HarkRun.Outcome hark(String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--hub";
    all[args.length + 1] = hub.uri().toString();
    return new HarkRun(home).run(all);
  }

  @Test
  @Requirement("EVENT-21")
  void webhooksAreLookedAfterFromTheCommandLine() throws IOException {
    assertTrue(hark("request", "webhooks").out().startsWith("The hub calls no address of yours."));
    JsonNode made =
        Json.MAPPER.readTree(
            hark("request", "webhooks", "add", "http://127.0.0.1:9/", "--json").out());
    String id = made.get("id").asText();
    assertTrue(made.get("secret").asText().startsWith("whsec_"));
    assertEquals(List.of(id + ", on: http://127.0.0.1:9/"), hark("request", "webhooks").lines());
    HarkRun.Outcome trial = hark("request", "webhooks", "test", id);
    assertTrue(trial.out().contains(": webhook.tested, waits, 0 attempts."), trial.out());
    String listed = hark("request", "webhooks", "deliveries", id).out();
    assertTrue(listed.contains("webhook.tested"), listed);
    String delivery =
        Json.MAPPER
            .readTree(hark("request", "webhooks", "deliveries", id, "--json").out())
            .at("/deliveries/0/id")
            .asText();
    assertTrue(
        hark("request", "webhooks", "again", id, delivery).out().startsWith(delivery + ": "));
    assertTrue(hark("request", "webhooks", "secret", id).out().contains("whsec_"));
    assertEquals(
        List.of("Webhook " + id + " is on again."),
        hark("request", "webhooks", "enable", id).lines());
    assertEquals(
        List.of("Webhook " + id + " is gone."), hark("request", "webhooks", "remove", id).lines());
    HarkRun.Outcome refused = hark("request", "webhooks", "add", "https://10.0.0.1/");
    assertEquals(1, refused.err().lines().count(), refused.err());
    assertTrue(refused.err().contains("url: an https address"), refused.err());
  }

  @Test
  @Requirement("EVENT-20")
  void whatHappensIsALineEachAndCanBeGoneOnWith() throws IOException {
    String id =
        Json.MAPPER
            .readTree(hark("request", "webhooks", "add", "http://127.0.0.1:9/", "--json").out())
            .get("id")
            .asText();
    String before = hub.services().events().log().now();
    hark("request", "webhooks", "test", id);
    hark("request", "webhooks", "test", id);
    HarkRun.Outcome two = hark("events", "--requester", "--from", before, "--count", "2");
    assertEquals(0, two.code(), two.err());
    assertEquals(List.of("A webhook was tried.", "A webhook was tried."), two.lines());
    assertTrue(two.err().startsWith("I tell what happens"), two.err());
    HarkRun.Outcome one = hark("events", "--requester", "--from", before, "--count", "1", "--json");
    JsonNode json = Json.MAPPER.readTree(one.out());
    assertEquals("webhook.tested", json.get("kind").asText());
    HarkRun.Outcome next =
        hark("events", "--requester", "--from", json.get("cursor").asText(), "--count", "1");
    assertEquals(List.of("A webhook was tried."), next.lines());
  }
}
