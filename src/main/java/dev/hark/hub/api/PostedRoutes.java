package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.account.Caller;
import dev.hark.hub.store.Ids;
import dev.hark.wire.ExtensionJson;
import dev.hark.wire.NewTasksJson;
import dev.hark.wire.PriorityJson;
import java.util.List;
import java.util.Optional;

/** What requesters see of groups that they posted, and what they do with them. */
final class PostedRoutes {
  private final Services services;

  PostedRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.get("/posted", this::list),
        Route.get("/posted/{id}", this::group),
        Route.delete("/posted/{id}", this::delete),
        Route.get("/posted/{id}/tasks", this::tasks),
        Route.post("/posted/{id}/tasks", this::add),
        Route.get("/posted/{id}/submissions", this::submissions),
        Route.post("/posted/{id}/publish", this::publish),
        Route.post("/posted/{id}/extend", this::extend),
        Route.post("/posted/{id}/expire", this::expire),
        Route.put("/posted/{id}/priority", this::priority));
  }

  private void list(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.page(services.posted().all(caller, exchange.cursor(), exchange.limit()));
  }

  private void group(Exchange exchange) {
    exchange.json(services.posted().group(exchange.caller().asRequester(), exchange.path("id")));
  }

  private void tasks(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.page(
        services.posted().tasks(caller, exchange.path("id"), exchange.cursor(), exchange.limit()));
  }

  private void submissions(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.page(
        new Onlooker(services.workerNames(), caller)
            .submissions(
                services
                    .posted()
                    .submissions(
                        caller, exchange.path("id"), exchange.cursor(), exchange.limit())));
  }

  /** A key of its own where the caller gives none: what is done twice has one effect anyway. */
  private static String key(Exchange exchange) {
    return exchange.optionalKey().orElseGet(Ids::next);
  }

  private void publish(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.json(services.postings().publish(caller, exchange.path("id"), key(exchange)));
  }

  private void extend(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    String key = exchange.key();
    ExtensionJson more = exchange.body(ExtensionJson.class);
    exchange.json(
        services
            .postings()
            .extend(
                caller,
                exchange.path("id"),
                more.answers() == null ? 0 : more.answers(),
                Optional.ofNullable(more.expires()),
                key));
  }

  private void add(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    String key = exchange.key();
    NewTasksJson more = exchange.body(NewTasksJson.class, RequesterRoutes.GROUP_LIMIT);
    exchange.json(
        services.postings().add(caller, exchange.path("id"), Posted.more(more.tasks()), key));
  }

  private void expire(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.json(services.postings().expire(caller, exchange.path("id"), key(exchange)));
  }

  private void priority(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    int priority = Posted.present(exchange.body(PriorityJson.class).priority(), "priority");
    exchange.json(
        services.postings().prioritise(caller, exchange.path("id"), priority, key(exchange)));
  }

  private void delete(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    services.postings().delete(caller, exchange.path("id"), key(exchange));
    exchange.nothing();
  }
}
