package dev.hark.market.hub;

import dev.hark.fault.Sentence;
import dev.hark.wire.DeliveryJson;
import dev.hark.wire.NewWebhookJson;
import dev.hark.wire.WebhookJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a requester is called when something happens on a hub. Throws what {@link
 * dev.hark.market.Marketplace} throws.
 */
public final class WebhookDesk implements AutoCloseable {
  private static final int MOST_PAGES = 20;

  private final HubCalls calls;
  private final Decoder decoder;

  /** Opens no connection yet. */
  public WebhookDesk(String address, String token) {
    this.calls = new HubCalls(address, token, HubMarketplace.PATIENCE);
    this.decoder = new Decoder(calls);
  }

  /** Has somebody told while a call waits because the hub asks for it. */
  public void tell(Consumer<Sentence> listener) {
    calls.tell(listener);
  }

  /** All of this requester's. */
  public List<WebhookJson> list() {
    List<WebhookJson> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url = calls.address("webhooks");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<WebhookJson> items =
          decoder.list(calls.get(url.build()), WebhookJson.class, WebhookDesk::webhook);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  /**
   * Registers an address.
   *
   * @param kinds of events; empty for all
   * @return with the secret, which is told this once
   */
  public WebhookJson add(String url, List<String> kinds) {
    return one(calls.address("webhooks").build(), new NewWebhookJson(url, kinds));
  }

  /** Does nothing where it was removed before. */
  public void remove(String id) {
    calls.delete(calls.address("webhooks", id).build());
  }

  /** Turns one on again that failed too long. */
  public WebhookJson enable(String id) {
    return one(calls.address("webhooks", id, "enable").build(), null);
  }

  /** Makes a new secret, which is told this once. */
  public WebhookJson rotate(String id) {
    return one(calls.address("webhooks", id, "secret").build(), null);
  }

  /** Makes a trial call; what comes of it, {@link #deliveries} tells. */
  public DeliveryJson test(String id) {
    return decoder.one(
        calls.post(calls.address("webhooks", id, "test").build(), null, null, false),
        DeliveryJson.class,
        WebhookDesk::delivery);
  }

  /** The newest calls, and what came of them. */
  public List<DeliveryJson> deliveries(String id) {
    return decoder
        .list(
            calls.get(calls.address("webhooks", id, "deliveries").build()),
            DeliveryJson.class,
            WebhookDesk::delivery)
        .kept();
  }

  /** Sends one again. */
  public DeliveryJson again(String id, String delivery) {
    return decoder.one(
        calls.post(
            calls.address("webhooks", id, "deliveries", delivery, "redeliver").build(),
            null,
            null,
            true),
        DeliveryJson.class,
        WebhookDesk::delivery);
  }

  private WebhookJson one(HttpUrl url, @Nullable Object body) {
    return decoder.one(calls.post(url, body, null, false), WebhookJson.class, WebhookDesk::webhook);
  }

  private static WebhookJson webhook(WebhookJson json) throws Nonsense {
    return new WebhookJson(
        Nonsense.id(json.id(), "webhook"),
        PlainText.line(json.url(), 500),
        json.kinds() == null
            ? List.of()
            : json.kinds().stream().map(kind -> PlainText.line(kind, 100)).toList(),
        PlainText.line(json.state(), 20),
        json.created() == null ? Instant.EPOCH : json.created(),
        json.failingSince(),
        json.secret() == null ? null : PlainText.line(json.secret(), 200),
        json.oldSecretUntil());
  }

  private static DeliveryJson delivery(DeliveryJson json) throws Nonsense {
    return new DeliveryJson(
        Nonsense.id(json.id(), "delivery"),
        Nonsense.id(json.eventId(), "event"),
        PlainText.line(json.kind(), 100),
        PlainText.line(json.state(), 20),
        Nonsense.present(json.created(), "time"),
        json.attempts(),
        json.tried(),
        json.next(),
        json.status(),
        json.fault() == null ? null : PlainText.line(json.fault(), 50));
  }

  @Override
  public void close() {
    calls.close();
  }
}
