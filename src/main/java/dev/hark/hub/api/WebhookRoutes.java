package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Webhooks;
import dev.hark.wire.NewWebhookJson;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where requesters are called when something happens. */
final class WebhookRoutes {
  private final Webhooks webhooks;

  WebhookRoutes(Services services) {
    this.webhooks = services.events().webhooks();
  }

  List<Route> all() {
    return List.of(
        Route.get("/webhooks", this::list),
        Route.post("/webhooks", this::add),
        Route.get("/webhooks/{id}", this::one),
        Route.delete("/webhooks/{id}", this::remove),
        Route.post("/webhooks/{id}/enable", this::enable),
        Route.post("/webhooks/{id}/secret", this::rotate),
        Route.post("/webhooks/{id}/test", this::test),
        Route.get("/webhooks/{id}/deliveries", this::deliveries),
        Route.post("/webhooks/{id}/deliveries/{delivery}/redeliver", this::again));
  }

  private static String requester(Exchange exchange) {
    return exchange.caller().asRequester().id();
  }

  private void list(Exchange exchange) {
    exchange.page(webhooks.list(requester(exchange), exchange.cursor(), exchange.limit()));
  }

  private void add(Exchange exchange) {
    String requester = requester(exchange);
    NewWebhookJson asked = exchange.body(NewWebhookJson.class);
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    if (asked.kinds() != null) {
      asked.kinds().forEach(code -> kinds.add(EventRoutes.kind(String.valueOf(code))));
    }
    String url = asked.url() == null ? "" : asked.url();
    exchange.json(201, webhooks.add(requester, url, kinds));
  }

  private void one(Exchange exchange) {
    exchange.json(webhooks.get(requester(exchange), exchange.path("id")));
  }

  private void remove(Exchange exchange) {
    webhooks.remove(requester(exchange), exchange.path("id"));
    exchange.nothing();
  }

  private void enable(Exchange exchange) {
    exchange.json(webhooks.enable(requester(exchange), exchange.path("id")));
  }

  private void rotate(Exchange exchange) {
    exchange.json(webhooks.rotate(requester(exchange), exchange.path("id")));
  }

  private void test(Exchange exchange) {
    exchange.json(202, webhooks.test(requester(exchange), exchange.path("id")));
  }

  private void deliveries(Exchange exchange) {
    exchange.page(
        webhooks.deliveries(
            requester(exchange), exchange.path("id"), exchange.cursor(), exchange.limit()));
  }

  private void again(Exchange exchange) {
    exchange.json(
        202, webhooks.again(requester(exchange), exchange.path("id"), exchange.path("delivery")));
  }
}
