package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.DeliveryJson;
import dev.hark.wire.EventJson;
import dev.hark.wire.EventPageJson;
import dev.hark.wire.Json;
import dev.hark.wire.WebhookJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class WebhookTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private final Called called = new Called();
  private TestHub hub;
  private Caller requester;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    requester = hub.requester();
  }

  @AfterEach
  void stop() {
    hub.close();
    called.close();
  }

  @Test
  @Requirement("EVENT-10")
  void whatHappensIsSentSignedOnceWithAnIdAndCanBePolledToo() throws JsonProcessingException {
    WebhookJson webhook = add(called.url());
    Caller worker = hub.worker();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    hub.publish(hub.requester(), TestHub.group(1, false, null));
    hub.submit(worker, hub.accept(worker, group, "a").id(), "private words");

    assertTrue(Patience.until(() -> delivered(webhook).size() == 3));
    assertEquals(3, called.calls.size());
    List<EventJson> polled =
        requester.get("/events").as(EventPageJson.class).items().stream()
            .filter(event -> requester.id().equals(event.requesterId()))
            .toList();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      Called.Call call = called.calls.get(i);
      assertEquals(polled.get(i), Json.MAPPER.readValue(call.body(), EventJson.class));
      assertTrue(call.isSignedWith(webhook.secret()), call::toString);
      assertFalse(call.isSignedWith("whsec_AAAA"));
      assertEquals(Long.toString(TestClock.START.getEpochSecond()), call.timestamp());
      assertFalse(call.body().contains("private"));
      assertFalse(call.body().contains(worker.id()), "the worker's own id");
      ids.add(call.id());
    }
    assertEquals(3, ids.size());
  }

  @Test
  @Requirement("EVENT-10")
  void onlyTheKindsThatWereAskedForAreSent() {
    WebhookJson webhook =
        requester
            .post(
                "/webhooks", Map.of("url", called.url(), "kinds", List.of("assignment.submitted")))
            .as(WebhookJson.class);
    Caller worker = hub.worker();
    String group = hub.publish(requester, TestHub.group(1, true, null));
    hub.submit(worker, hub.accept(worker, group, "a").id(), TestHub.WORDS);
    assertTrue(Patience.until(() -> delivered(webhook).size() == 1));
    assertEquals("assignment.submitted", delivered(webhook).getFirst().kind());
  }

  @Test
  @Requirement("EVENT-11")
  void aCallThatFailsIsMadeAgainLaterWithTheSameId() {
    WebhookJson webhook = add(called.url());
    called.answers(500);
    hub.publish(requester, TestHub.group(1, false, null));
    assertTrue(
        Patience.until(() -> only(webhook).attempts() == 1 && only(webhook).status() != null));
    DeliveryJson failed = only(webhook);
    assertEquals("WAITING", failed.state());
    assertEquals(500, failed.status());
    assertEquals("status", failed.fault());
    Duration wait = Duration.between(TestClock.START, failed.next());
    assertTrue(wait.toMillis() >= 3_750 && wait.toMillis() <= 6_250, wait::toString);

    called.answers(204);
    hub.clock.forward(Duration.ofSeconds(7));
    assertTrue(Patience.until(() -> only(webhook).state().equals("DELIVERED")));
    assertEquals(2, called.calls.size());
    assertEquals(called.calls.getFirst().id(), called.calls.getLast().id());
    assertEquals(failed.id(), called.calls.getFirst().id());
    assertNull(one(webhook).failingSince());
  }

  @Test
  @Requirement("EVENT-11")
  void aRedirectIsNotFollowed() {
    WebhookJson webhook = add(called.url());
    called.answers(302);
    hub.publish(requester, TestHub.group(1, false, null));
    assertTrue(Patience.until(() -> only(webhook).status() != null));
    assertEquals(302, only(webhook).status());
    assertEquals(1, called.calls.size());
  }

  @Test
  @Requirement("EVENT-12")
  void aWebhookThatFailsForDaysIsTurnedOffAndSaysSoAndCanBeTurnedOn() {
    WebhookJson webhook = add(called.url());
    called.answers(500);
    hub.publish(requester, TestHub.group(1, false, null));
    assertTrue(Patience.until(() -> only(webhook).status() != null));
    hub.clock.forward(Duration.ofDays(3).plusHours(1));
    assertTrue(Patience.until(() -> only(webhook).state().equals("FAILED")));
    assertEquals("ACTIVE", one(webhook).state());
    assertEquals(TestClock.START, one(webhook).failingSince());
    hub.clock.forward(Duration.ofDays(2));
    hub.publish(requester, TestHub.group(1, false, null));
    assertTrue(Patience.until(() -> one(webhook).state().equals("DISABLED")));
    List<EventJson> told = requester.get("/events").as(EventPageJson.class).items();
    assertEquals("webhook.disabled", told.getLast().kind());
    assertEquals(webhook.id(), told.getLast().data().get("webhook"));
    assertEquals("webhook-off", requester.post("/webhooks/" + webhook.id() + "/test").refusal());

    called.answers(200);
    requester.post("/webhooks/" + webhook.id() + "/enable").as(WebhookJson.class);
    hub.clock.forward(Duration.ofHours(7));
    assertTrue(Patience.until(() -> delivered(webhook).size() == 1));
  }

  @Test
  @Requirement("EVENT-12")
  void whoeverAnswersThatItIsGoneIsNotCalledAgain() {
    WebhookJson webhook = add(called.url());
    called.answers(410);
    hub.publish(requester, TestHub.group(1, false, null));
    assertTrue(Patience.until(() -> one(webhook).state().equals("DISABLED")));
  }

  @Test
  @Requirement("EVENT-13")
  void twoHubsMakeEachCallOnce() {
    try (TestHub other = new TestHub(database, data, hub.clock)) {
      WebhookJson webhook = add(called.url());
      for (int i = 0; i < 20; i++) {
        (i % 2 == 0 ? hub : other).publish(requester, TestHub.group(1, false, null));
      }
      assertTrue(Patience.until(() -> delivered(webhook).size() == 20));
      assertEquals(20, called.calls.size());
      assertEquals(20, called.calls.stream().map(Called.Call::id).distinct().count());
      assertTrue(other.hub.services().events().watch().waiting() == 0);
    }
  }

  @Test
  @Requirement("EVENT-13")
  void whatAHubThatDiedWasSendingIsSentByTheNextOnceItsLeaseIsOver() {
    WebhookJson webhook = add(called.url());
    called.answers(500);
    hub.publish(requester, TestHub.group(1, false, null));
    assertTrue(Patience.until(() -> only(webhook).status() != null));
    hub.close();
    long until = TestClock.START.plusSeconds(100).toEpochMilli();
    database.run(data, "update delivery set due = 0, lease = 'dead', leased_until = " + until);
    database.run(data, "update webhook set paused_until = 0");
    called.answers(200);
    int before = called.calls.size();
    hub = new TestHub(database, data, hub.clock);
    requester = new Caller(hub.hub.uri(), requester.id(), requester.token());
    hub.publish(requester, TestHub.group(1, false, null));
    assertTrue(Patience.until(() -> delivered(webhook).size() == 1));
    assertEquals(before + 1, called.calls.size());
    hub.clock.forward(Duration.ofSeconds(101));
    assertTrue(Patience.until(() -> delivered(webhook).size() == 2));
    assertEquals(called.calls.getFirst().id(), called.calls.getLast().id());
  }

  @Test
  @Requirement("EVENT-14")
  void aTrialIsSentToThatWebhookAloneAndAnyDeliveryCanBeSentAgain() {
    WebhookJson webhook = add(called.url());
    WebhookJson second = add(called.url() + "second");
    DeliveryJson trial =
        requester.post("/webhooks/" + webhook.id() + "/test").as(DeliveryJson.class);
    assertEquals("webhook.tested", trial.kind());
    assertTrue(Patience.until(() -> delivered(webhook).size() == 1));
    assertEquals(trial.id(), called.calls.getFirst().id());
    assertEquals(0, list(second).size());

    requester.post("/webhooks/" + webhook.id() + "/deliveries/" + trial.id() + "/redeliver");
    assertTrue(Patience.until(() -> called.calls.size() == 2));
    assertEquals(trial.id(), called.calls.getLast().id());
    assertTrue(Patience.until(() -> only(webhook).state().equals("DELIVERED")));
  }

  @Test
  @Requirement("EVENT-15")
  void aNewSecretSignsBesideTheOldOneForADay() {
    WebhookJson webhook = add(called.url());
    WebhookJson rotated =
        requester.post("/webhooks/" + webhook.id() + "/secret").as(WebhookJson.class);
    assertNotEquals(webhook.secret(), rotated.secret());
    assertEquals(TestClock.START.plus(Duration.ofDays(1)), rotated.oldSecretUntil());
    assertNull(one(webhook).secret());
    requester.post("/webhooks/" + webhook.id() + "/test");
    assertTrue(Patience.until(() -> called.calls.size() == 1));
    assertTrue(called.calls.getFirst().isSignedWith(rotated.secret()));
    assertTrue(called.calls.getFirst().isSignedWith(webhook.secret()));
    hub.clock.forward(Duration.ofDays(1).plusSeconds(1));
    requester.post("/webhooks/" + webhook.id() + "/test");
    assertTrue(Patience.until(() -> called.calls.size() == 2));
    assertTrue(called.calls.getLast().isSignedWith(rotated.secret()));
    assertFalse(called.calls.getLast().isSignedWith(webhook.secret()));
  }

  @Test
  @Requirement("EVENT-16")
  void onlyAddressesThatAHubMayCallAreTaken() {
    for (String url :
        List.of(
            "",
            "nonsense",
            "ftp://127.0.0.1/",
            "http://10.0.0.1/",
            "https://10.0.0.1/",
            "https://192.168.1.1/hook",
            "https://169.254.169.254/latest/meta-data",
            "https://[fd00::1]/",
            "https://[fe80::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[64:ff9b::a00:1]/",
            "https://100.64.0.1/",
            "https://0.0.0.0/",
            "https://no-such-host.invalid/",
            "https://user@127.0.0.1/",
            "https://127.0.0.1/#part",
            "http://8.8.8.8/",
            "https://127.0.0.1/" + "x".repeat(500))) {
      assertEquals("invalid", requester.post("/webhooks", Map.of("url", url)).refusal(), () -> url);
    }
    assertEquals("invalid", requester.post("/webhooks", Map.of()).refusal());
    assertEquals(
        "invalid",
        requester
            .post("/webhooks", Map.of("url", called.url(), "kinds", List.of("party")))
            .refusal());
    assertEquals(
        "forbidden", hub.worker().post("/webhooks", Map.of("url", called.url())).refusal());
    for (int i = 0; i < 10; i++) {
      add(called.url() + i);
    }
    assertEquals("invalid", requester.post("/webhooks", Map.of("url", called.url())).refusal());
    JsonNode listed = requester.get("/webhooks?limit=7").json();
    assertEquals(7, listed.get("items").size());
    assertEquals(
        3,
        requester
            .get("/webhooks?limit=7&cursor=" + listed.get("next").asText())
            .json()
            .get("items")
            .size());
  }

  @Test
  @Requirement("EVENT-16")
  void anAddressIsJudgedWhenItIsCalledToo() {
    WebhookJson webhook = add(called.url());
    database.run(data, "update webhook set url = 'http://10.255.255.1:9/'");
    requester.post("/webhooks/" + webhook.id() + "/test");
    assertTrue(Patience.until(() -> only(webhook).fault() != null));
    assertEquals("address", only(webhook).fault());
  }

  @Test
  @Requirement("EVENT-16")
  void somebodyElsesWebhookIsAsGoodAsNone() {
    WebhookJson webhook = add(called.url());
    Caller other = hub.requester();
    String path = "/webhooks/" + webhook.id();
    assertEquals("not-found", other.get(path).refusal());
    assertEquals("not-found", other.get(path + "/deliveries").refusal());
    for (String action : List.of("/test", "/enable", "/secret", "/deliveries/x/redeliver")) {
      assertEquals("not-found", other.post(path + action).refusal());
    }
    assertEquals(204, other.delete(path).status());
    assertEquals(webhook.url(), one(webhook).url());
    assertEquals(204, requester.delete(path).status());
    assertEquals("not-found", requester.get(path).refusal());
    hub.publish(requester, TestHub.group(1, false, null));
    assertEquals(0, requester.get("/webhooks").json().get("items").size());
  }

  private WebhookJson add(String url) {
    return requester.post("/webhooks", Map.of("url", url)).as(WebhookJson.class);
  }

  private WebhookJson one(WebhookJson webhook) {
    return requester.get("/webhooks/" + webhook.id()).as(WebhookJson.class);
  }

  private List<DeliveryJson> list(WebhookJson webhook) {
    JsonNode items = requester.get("/webhooks/" + webhook.id() + "/deliveries").json().get("items");
    return List.of(Json.MAPPER.convertValue(items, DeliveryJson[].class));
  }

  private List<DeliveryJson> delivered(WebhookJson webhook) {
    return list(webhook).stream().filter(one -> one.state().equals("DELIVERED")).toList();
  }

  private DeliveryJson only(WebhookJson webhook) {
    List<DeliveryJson> all = list(webhook);
    return all.isEmpty()
        ? new DeliveryJson("", "", "", "", TestClock.START, 0, null, null, null, null)
        : all.getFirst();
  }
}
