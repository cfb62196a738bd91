package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.Services;
import dev.hark.task.Answer;
import dev.hark.task.TaskKind;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.Page;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** What workers do: look, take, answer, return, earn. */
final class WorkerRoutes {
  private final Services services;

  WorkerRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.get("/task-groups", this::list),
        Route.get("/task-groups/{id}", this::group),
        Route.post("/task-groups/{id}/assignments", this::accept),
        Route.get("/assignments", this::held),
        Route.get("/assignments/{id}", this::assignment),
        Route.post("/assignments/{id}/answer", this::answer),
        Route.post("/assignments/{id}/return", this::giveBack),
        Route.get("/earnings", this::earnings),
        Route.get("/worked", this::worked),
        Route.get("/media/{id}", this::medium));
  }

  private void list(Exchange exchange) {
    if (exchange.cursor().isEmpty()) {
      services.postings().settle();
    }
    exchange.page(
        services
            .groups()
            .open(
                exchange.caller().id(),
                exchange.query("kind").map(kind -> Posted.oneOf(TaskKind.class, kind, "kind")),
                exchange.cursor(),
                exchange.limit()));
  }

  private void group(Exchange exchange) {
    exchange.json(services.groups().group(exchange.caller().id(), exchange.path("id")));
  }

  private void accept(Exchange exchange) {
    exchange.json(
        201,
        services
            .leases()
            .accept(exchange.caller().asWorker().id(), exchange.path("id"), exchange.key()));
  }

  private void held(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    if (!exchange.query("state").orElse("held").equals("held")) {
      throw Exchange.invalid("state: held");
    }
    exchange.json(new Page<>(services.leases().held(worker), null));
  }

  private void assignment(Exchange exchange) {
    exchange.json(
        services.leases().assignment(exchange.caller().asWorker().id(), exchange.path("id")));
  }

  private void answer(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    String key = exchange.key();
    exchange.json(
        services
            .answers()
            .submit(worker, exchange.path("id"), read(exchange.body(AnswerJson.class)), key));
  }

  private static Answer read(AnswerJson json) {
    if (!json.hasFittingConfidences()) {
      throw Exchange.invalid("confidences: one for each word of text, from 0 to 1");
    }
    try {
      return json.toAnswer();
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new Fault.Refused(Refusal.ANSWER_UNFIT);
    }
  }

  private void giveBack(Exchange exchange) {
    exchange.json(
        services.leases().giveBack(exchange.caller().asWorker().id(), exchange.path("id")));
  }

  private void earnings(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    ZoneId zone;
    try {
      zone = ZoneId.of(exchange.query("zone").orElse("UTC"));
    } catch (DateTimeException e) {
      throw Exchange.invalid("zone: a time zone such as Europe/Amsterdam");
    }
    exchange.json(services.incomes().earnings(worker, zone));
  }

  private void worked(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.page(services.incomes().worked(worker, exchange.cursor(), exchange.limit()));
  }

  private void medium(Exchange exchange) {
    services.groups().requireMedium(exchange.caller().id(), exchange.path("id"));
    exchange.file(services.media().content(exchange.path("id")));
  }
}
