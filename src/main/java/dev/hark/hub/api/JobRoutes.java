package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.account.Caller;
import dev.hark.wire.NewJobJson;
import java.util.List;

/** Recordings that requesters have written down. */
final class JobRoutes {
  private final Services services;

  JobRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.get("/workforce", this::workforce),
        Route.post("/jobs", this::post),
        Route.get("/jobs", this::list),
        Route.get("/jobs/{id}", this::job),
        Route.get("/jobs/{id}/pieces", this::pieces),
        Route.get("/job-keys/{key}", this::posted));
  }

  private void workforce(Exchange exchange) {
    exchange.caller().asRequester();
    String language = Posted.present(exchange.query("language").orElse(null), "language");
    exchange.json(services.workforce().of(Posted.language(language)));
  }

  private void post(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    String key = exchange.key();
    NewJobJson wanted = exchange.body(NewJobJson.class, RequesterRoutes.GROUP_LIMIT);
    exchange.json(201, services.jobs().post(caller.id(), PostedJobs.job(wanted), key));
  }

  private void list(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.page(services.jobs().all(caller, exchange.cursor(), exchange.limit()));
  }

  private void job(Exchange exchange) {
    exchange.json(services.jobs().one(exchange.caller().asRequester(), exchange.path("id")));
  }

  private void posted(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.json(services.jobs().posted(caller.id(), exchange.path("key")));
  }

  private void pieces(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.page(
        services.jobs().pieces(caller, exchange.path("id"), exchange.cursor(), exchange.limit()));
  }
}
