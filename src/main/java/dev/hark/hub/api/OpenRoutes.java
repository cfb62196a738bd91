package dev.hark.hub.api;

import dev.hark.hub.HubConfig;
import dev.hark.hub.Services;
import dev.hark.hub.account.Registration;
import dev.hark.hub.account.Role;
import dev.hark.task.Money;
import dev.hark.wire.HealthJson;
import dev.hark.wire.NewAccountJson;
import dev.hark.wire.RegistrationJson;
import java.util.List;

/** What everybody does: ask how the hub is, and sign up. */
final class OpenRoutes {
  /** What a requester of a demo market may spend, in minor units of each currency. */
  private static final long DEMO_DEPOSIT = 1_000_000;

  private static final List<String> DEMO_CURRENCIES = List.of("EUR", "USD");

  private final Services services;
  private final HubConfig config;

  OpenRoutes(Services services, HubConfig config) {
    this.services = services;
    this.config = config;
  }

  List<Route> all() {
    return List.of(
        Route.get("/health", this::health),
        Route.get("/openapi.json", exchange -> exchange.json(OpenApi.document())),
        Route.post("/accounts", this::register));
  }

  private void health(Exchange exchange) {
    exchange.json(new HealthJson("ok", version(), config.marketName(), config.demo()));
  }

  static String version() {
    String version = OpenRoutes.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private void register(Exchange exchange) {
    NewAccountJson asked = exchange.body(NewAccountJson.class);
    Role role = Posted.oneOf(Role.class, asked.role(), "role");
    String name = asked.name() == null ? "" : asked.name();
    if (exchange.hasToken()) {
      Registration made = services.accounts().register(exchange.caller().asOperator(), role, name);
      exchange.json(201, new RegistrationJson(made.id(), made.token()));
      return;
    }
    if (role == Role.MODERATOR || role == Role.OPERATOR) {
      throw Exchange.invalid("role: WORKER or REQUESTER");
    }
    Registration made =
        services.together(
            () -> {
              Registration registration = services.accounts().register(role, name);
              if (role == Role.REQUESTER && config.demo()) {
                DEMO_CURRENCIES.forEach(
                    currency ->
                        services
                            .ledger()
                            .deposit(
                                registration.id(),
                                Money.of(DEMO_DEPOSIT, currency),
                                "demo-" + currency));
              }
              return registration;
            });
    exchange.json(201, new RegistrationJson(made.id(), made.token()));
  }
}
