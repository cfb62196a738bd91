package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.wire.Page;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What operators do: look after accounts and their tokens, and read the audit log. */
final class OperatorRoutes {
  private final Services services;

  OperatorRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.get("/accounts", this::accounts),
        Route.get("/accounts/{id}", this::account),
        Route.post("/accounts/{id}/close", this::close),
        Route.get("/accounts/{id}/tokens", this::tokens),
        Route.post("/accounts/{id}/tokens", this::issue),
        Route.delete("/accounts/{id}/tokens", this::revokeAll),
        Route.delete("/accounts/{id}/tokens/{token}", this::revoke),
        Route.get("/requesters/{id}/workers/{worker}", this::worker),
        Route.get("/audit", this::audit));
  }

  private void accounts(Exchange exchange) {
    exchange.caller().asOperator();
    exchange.page(
        services
            .accounts()
            .list(
                exchange.query("role").map(role -> Posted.oneOf(Role.class, role, "role")),
                exchange.cursor(),
                exchange.limit()));
  }

  private void account(Exchange exchange) {
    exchange.caller().asOperator();
    exchange.json(services.accounts().account(exchange.path("id")));
  }

  private void close(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    exchange.json(services.accounts().close(operator, exchange.path("id")));
  }

  private void tokens(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    String id = services.accounts().account(exchange.path("id")).id();
    exchange.json(new Page<>(services.tokens().of(id, operator.tokenId()), null));
  }

  private void issue(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    exchange.json(
        201,
        services.tokens().issueFor(operator, exchange.path("id"), AccountRoutes.wish(exchange)));
  }

  private void revokeAll(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    String id = services.accounts().account(exchange.path("id")).id();
    services.tokens().revokeAll(operator, id, "");
    exchange.nothing();
  }

  private void revoke(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    services.tokens().revoke(operator, exchange.path("id"), exchange.path("token"));
    exchange.nothing();
  }

  /** Whom a requester means, who knows workers by ids of their own only. */
  private void worker(Exchange exchange) {
    exchange.caller().asModerator();
    String worker = services.workerNames().worker(exchange.path("id"), exchange.path("worker"));
    exchange.json(services.accounts().account(worker));
  }

  private void audit(Exchange exchange) {
    exchange.caller().asOperator();
    exchange.page(
        services
            .audit()
            .entries(
                new Audit.Wanted(
                    exchange.query("actor"),
                    exchange.query("deed"),
                    exchange.query("subject"),
                    time(exchange, "from"),
                    time(exchange, "until")),
                exchange.cursor(),
                exchange.limit()));
  }

  private static Optional<Instant> time(Exchange exchange, String name) {
    try {
      return exchange.query(name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw Exchange.invalid(name + ": a time such as 2026-11-18T10:00:00Z");
    }
  }
}
