package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Scope;
import dev.hark.hub.account.Tokens;
import dev.hark.wire.NewTokenJson;
import dev.hark.wire.Page;
import dev.hark.wire.RotationJson;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What everybody does with their own account and its tokens. */
final class AccountRoutes {
  private static final Duration USUAL_OVERLAP = Duration.ofHours(1);

  private final Services services;

  AccountRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.get("/account", this::account),
        Route.get("/account/tokens", this::tokens),
        Route.post("/account/tokens", this::issue),
        Route.delete("/account/tokens", this::revokeAll),
        Route.delete("/account/tokens/{id}", this::revoke),
        Route.post("/token/rotate", this::rotate),
        Route.delete("/token", this::revokeThis));
  }

  private void account(Exchange exchange) {
    exchange.json(services.accounts().account(exchange.caller().id()));
  }

  private void tokens(Exchange exchange) {
    Caller caller = exchange.caller().with(Scope.TOKENS);
    exchange.json(new Page<>(services.tokens().of(caller.id(), caller.tokenId()), null));
  }

  private void issue(Exchange exchange) {
    Caller caller = exchange.caller().with(Scope.TOKENS);
    exchange.json(201, services.tokens().issue(caller, wish(exchange)));
  }

  static Tokens.Wish wish(Exchange exchange) {
    NewTokenJson asked = exchange.optionalBody(NewTokenJson.class);
    return new Tokens.Wish(
        asked.name() == null ? "" : asked.name(),
        asked.scopes() == null ? Set.of() : scopes(asked.scopes()),
        Optional.ofNullable(asked.expiresSeconds()).map(AccountRoutes::life));
  }

  private static Duration life(long seconds) {
    // A longer one than a duration holds is refused like any that is too long.
    return Duration.ofSeconds(Math.clamp(seconds, -1, Tokens.LONGEST_LIFE.toSeconds() + 1));
  }

  private static Set<Scope> scopes(List<String> codes) {
    EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String code : codes) {
      scopes.add(
          Optional.ofNullable(code)
              .flatMap(Scope::ofCode)
              .orElseThrow(() -> Exchange.invalid("scopes: as /api/v1/openapi.json names them")));
    }
    if (scopes.isEmpty()) {
      throw Exchange.invalid("scopes: at least one");
    }
    return scopes;
  }

  private void revokeAll(Exchange exchange) {
    Caller caller = exchange.caller().with(Scope.TOKENS);
    String keep = exchange.query("keep").orElse("");
    if (!keep.isEmpty() && !keep.equals("current")) {
      throw Exchange.invalid("keep: current");
    }
    services.tokens().revokeAll(caller, caller.id(), keep.isEmpty() ? "" : caller.tokenId());
    exchange.nothing();
  }

  private void revoke(Exchange exchange) {
    Caller caller = exchange.caller().with(Scope.TOKENS);
    services.tokens().revoke(caller, caller.id(), exchange.path("id"));
    exchange.nothing();
  }

  private void rotate(Exchange exchange) {
    Caller caller = exchange.caller();
    Long seconds = exchange.optionalBody(RotationJson.class).overlapSeconds();
    exchange.json(
        201,
        services
            .tokens()
            .rotate(
                caller,
                seconds == null
                    ? USUAL_OVERLAP
                    : Duration.ofSeconds(
                        Math.clamp(seconds, -1, Tokens.LONGEST_OVERLAP.toSeconds() + 1))));
  }

  private void revokeThis(Exchange exchange) {
    Caller caller = exchange.caller();
    services.tokens().revoke(caller, caller.id(), caller.tokenId());
    exchange.nothing();
  }
}
