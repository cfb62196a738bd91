package dev.hark.hub.api;

import dev.hark.hub.HubConfig;
import dev.hark.hub.Services;
import dev.hark.hub.account.Registration;
import dev.hark.hub.account.Role;
import dev.hark.review.Review;
import dev.hark.task.Money;
import dev.hark.wire.HealthJson;
import dev.hark.wire.NewAccountJson;
import dev.hark.wire.Page;
import dev.hark.wire.RegistrationJson;
import dev.hark.wire.ReviewJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What everybody does: ask how the hub is, sign up, read and write reviews. */
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
        Route.post("/accounts", this::register),
        Route.get("/requesters/{id}", this::requester),
        Route.get("/requesters/{id}/reviews", this::reviews),
        Route.put("/task-groups/{id}/review", this::review));
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

  private void requester(Exchange exchange) {
    exchange.caller();
    exchange.json(services.requesters().requester(exchange.path("id")));
  }

  private void reviews(Exchange exchange) {
    exchange.caller();
    var slice = services.reviews().of(exchange.path("id"), exchange.cursor(), exchange.limit());
    exchange.json(
        new Page<>(
            slice.items().stream().map(OpenRoutes::json).toList(), slice.next().orElse(null)));
  }

  private void review(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.json(
        json(
            services
                .reviews()
                .write(
                    worker, exchange.path("id"), Posted.opinion(exchange.body(ReviewJson.class)))));
  }

  private static ReviewJson json(Review review) {
    Map<String, Integer> marks =
        review.marks().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().name(),
                    Map.Entry::getValue,
                    (a, b) -> a,
                    TreeMap::new));
    return new ReviewJson(
        review.groupId(),
        review.reviewer(),
        marks,
        review.rejections().map(Enum::name).orElse(null),
        review.termsBroken(),
        review.words(),
        review.written());
  }
}
