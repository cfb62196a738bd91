package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.account.Caller;
import dev.hark.wire.AlsoKnownJson;
import dev.hark.wire.NewImportJson;
import java.util.List;

/** Reviews that were written elsewhere, and whom they are about. */
final class ImportRoutes {
  private final Services services;

  ImportRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.post("/imported-reviews", this::take),
        Route.get("/requesters/{id}/also-known", this::alsoKnown),
        Route.put("/requesters/{id}/also-known/{old}", this::link),
        Route.delete("/requesters/{id}/also-known/{old}", this::unlink));
  }

  private void take(Exchange exchange) {
    Caller moderator = exchange.caller().asModerator();
    String key = exchange.key();
    exchange.json(services.imports().take(moderator, key, exchange.body(NewImportJson.class)));
  }

  private void alsoKnown(Exchange exchange) {
    exchange.caller();
    exchange.json(new AlsoKnownJson(services.alsoKnown().of(exchange.path("id"))));
  }

  private void link(Exchange exchange) {
    Caller moderator = exchange.caller().asModerator();
    services.alsoKnown().link(moderator, exchange.path("id"), exchange.path("old"));
    exchange.nothing();
  }

  private void unlink(Exchange exchange) {
    Caller moderator = exchange.caller().asModerator();
    services.alsoKnown().unlink(moderator, exchange.path("id"), exchange.path("old"));
    exchange.nothing();
  }
}
