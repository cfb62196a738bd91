package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.gate.PacedBody;
import dev.hark.hub.ledger.Book;
import dev.hark.task.Money;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** What requesters do: post, upload, see what came; and what only the operator does: deposit. */
final class RequesterRoutes {
  static final int GROUP_LIMIT = 16 << 20;
  private static final Set<String> STATES = Set.of("submitted", "approved", "rejected");
  private static final double SECONDS_LIMIT = 86_400;

  private final Services services;

  RequesterRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.post("/task-groups", this::publish),
        Route.post("/media", this::upload),
        Route.get("/submissions", this::submissions),
        Route.post("/requesters/{id}/deposits", this::deposit));
  }

  private void publish(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    String key = exchange.key();
    String id =
        services
            .publishing()
            .publish(
                caller.id(), Posted.group(exchange.body(NewTaskGroupJson.class, GROUP_LIMIT)), key);
    exchange.json(201, services.groups().group(caller.id(), id));
  }

  private void upload(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    OptionalDouble seconds =
        exchange.query("seconds").map(RequesterRoutes::seconds).orElse(OptionalDouble.empty());
    String type = exchange.contentType();
    PacedBody body = exchange.stream(services.media().most(type));
    services.media().requireRoom(exchange.announced());
    exchange.json(201, services.media().add(caller.id(), type, body, seconds));
  }

  private static OptionalDouble seconds(String text) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds > 0 && seconds <= SECONDS_LIMIT) {
        return OptionalDouble.of(seconds);
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number that is no length.
    }
    throw Exchange.invalid("seconds: a length such as 8.5");
  }

  private void submissions(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    String state = exchange.query("state").orElse("submitted");
    if (!STATES.contains(state)) {
      throw Exchange.invalid("state: submitted, approved or rejected");
    }
    exchange.page(
        new Onlooker(services.workerNames(), caller)
            .submissions(
                services
                    .approvals()
                    .submissions(
                        caller,
                        state.toUpperCase(Locale.ROOT),
                        exchange.cursor(),
                        exchange.limit())));
  }

  private void deposit(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    String requester = services.requesters().requester(exchange.path("id")).id();
    String key = exchange.key();
    Money amount = Posted.money(exchange.body(MoneyJson.class), "minor");
    services
        .store()
        .write(
            handle -> {
              boolean moved = services.ledger().deposit(requester, amount, key);
              if (moved) {
                Audit.note(
                    handle,
                    services.clock().instant(),
                    operator.id(),
                    Deed.MONEY_DEPOSITED,
                    requester);
              }
              return moved;
            });
    String currency = amount.currency().getCurrencyCode();
    exchange.json(
        new MoneyJson(services.ledger().balance(Book.requester(requester), currency), currency));
  }
}
