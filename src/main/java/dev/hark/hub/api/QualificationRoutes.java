package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.Services;
import dev.hark.hub.account.Caller;
import dev.hark.hub.qualification.Qualifications;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Slice;
import dev.hark.task.Answer;
import dev.hark.task.GrantState;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.GrantDecisionJson;
import dev.hark.wire.GrantJson;
import dev.hark.wire.NewQualificationJson;
import dev.hark.wire.NewRequestJson;
import dev.hark.wire.PlaceJson;
import dev.hark.wire.TestAttemptJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Qualifications: what is offered, asked for, tested, granted, and where a worker lives. */
final class QualificationRoutes {
  private final Services services;
  private final Qualifications qualifications;

  QualificationRoutes(Services services) {
    this.services = services;
    this.qualifications = services.qualifications();
  }

  List<Route> all() {
    return List.of(
        Route.get("/qualifications", this::list),
        Route.post("/qualifications", this::create),
        Route.get("/qualifications/{id}", this::one),
        Route.post("/qualifications/{id}/retire", exchange -> retire(exchange, true)),
        Route.post("/qualifications/{id}/restore", exchange -> retire(exchange, false)),
        Route.post("/qualifications/{id}/requests", this::request),
        Route.post("/qualifications/{id}/attempts", this::start),
        Route.get("/qualifications/{id}/attempts", this::attempts),
        Route.get("/qualifications/{id}/workers", this::holders),
        Route.post("/qualifications/{id}/workers/{worker}/grant", this::grant),
        Route.post("/qualifications/{id}/workers/{worker}/deny", this::deny),
        Route.post("/qualifications/{id}/workers/{worker}/revoke", this::revoke),
        Route.get("/qualification-requests", this::waiting),
        Route.get("/attempts/{id}", this::attempt),
        Route.post("/attempts/{id}/answer", this::answer),
        Route.get("/my/qualifications", this::mine),
        Route.get("/my/standing", this::standing),
        Route.put("/my/place", this::declare),
        Route.delete("/my/place", this::forgetPlace));
  }

  private void list(Exchange exchange) {
    exchange.page(
        qualifications.kinds().list(exchange.caller(), exchange.cursor(), exchange.limit()));
  }

  private void create(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    String key = exchange.optionalKey().orElseGet(Ids::next);
    String id =
        qualifications
            .kinds()
            .create(
                caller, PostedQualifications.kind(exchange.body(NewQualificationJson.class)), key);
    exchange.json(201, qualifications.kinds().kind(caller, id));
  }

  private void one(Exchange exchange) {
    exchange.json(qualifications.kinds().kind(exchange.caller(), exchange.path("id")));
  }

  private void retire(Exchange exchange, boolean retired) {
    exchange.json(
        qualifications
            .kinds()
            .retire(exchange.caller().asRequester(), exchange.path("id"), retired));
  }

  private void request(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.json(
        qualifications
            .grants()
            .request(
                worker, exchange.path("id"), words(exchange.body(NewRequestJson.class).words())));
  }

  private void start(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.json(201, qualifications.tests().start(worker, exchange.path("id"), exchange.key()));
  }

  private void attempt(Exchange exchange) {
    exchange.json(
        qualifications.tests().attempt(exchange.caller().asWorker().id(), exchange.path("id")));
  }

  private void answer(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    String key = exchange.key();
    Answer answer;
    try {
      answer = exchange.body(AnswerJson.class).toAnswer();
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new Fault.Refused(Refusal.ANSWER_UNFIT);
    }
    exchange.json(qualifications.tests().submit(worker, exchange.path("id"), answer, key));
  }

  private void attempts(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    Slice<TestAttemptJson> page =
        qualifications
            .tests()
            .attempts(caller, exchange.path("id"), exchange.cursor(), exchange.limit());
    exchange.page(
        new Slice<>(
            page.items().stream()
                .map(one -> one.of(services.workerNames().seenBy(caller, one.worker())))
                .toList(),
            page.next()));
  }

  private void holders(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    GrantState state =
        Posted.oneOf(
            GrantState.class,
            exchange.query("state").orElse("granted").toUpperCase(Locale.ROOT),
            "state");
    page(
        exchange,
        caller,
        qualifications
            .grants()
            .holders(caller, exchange.path("id"), state, exchange.cursor(), exchange.limit()));
  }

  private void grant(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    GrantDecisionJson decision = exchange.body(GrantDecisionJson.class);
    answer(
        exchange,
        caller,
        qualifications
            .grants()
            .grant(
                caller,
                exchange.path("id"),
                worker(exchange, caller),
                PostedQualifications.optional(decision.value()),
                words(decision.reason())));
  }

  private void deny(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    String reason = words(exchange.body(GrantDecisionJson.class).reason());
    answer(
        exchange,
        caller,
        qualifications
            .grants()
            .deny(caller, exchange.path("id"), worker(exchange, caller), reason));
  }

  private void revoke(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    String reason = words(exchange.body(GrantDecisionJson.class).reason());
    answer(
        exchange,
        caller,
        qualifications
            .grants()
            .revoke(caller, exchange.path("id"), worker(exchange, caller), reason));
  }

  private void waiting(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    page(
        exchange,
        caller,
        qualifications.grants().waiting(caller, exchange.cursor(), exchange.limit()));
  }

  private void mine(Exchange exchange) {
    exchange.page(
        qualifications
            .grants()
            .of(exchange.caller().asWorker().id(), exchange.cursor(), exchange.limit()));
  }

  private void standing(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    services.approvals().settleFor(worker);
    exchange.json(qualifications.standings().of(worker));
  }

  private void declare(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.json(
        qualifications
            .standings()
            .declare(worker, PostedQualifications.place(exchange.body(PlaceJson.class))));
  }

  private void forgetPlace(Exchange exchange) {
    exchange.json(qualifications.standings().forgetPlace(exchange.caller().asWorker().id()));
  }

  /** A requester knows a worker by another id than the hub does. */
  private String worker(Exchange exchange, Caller caller) {
    return services.workerNames().meantBy(caller, exchange.path("worker"));
  }

  private void answer(Exchange exchange, Caller caller, GrantJson grant) {
    exchange.json(seenBy(caller, grant));
  }

  private void page(Exchange exchange, Caller caller, Slice<GrantJson> slice) {
    exchange.page(
        new Slice<>(
            slice.items().stream().map(grant -> seenBy(caller, grant)).toList(), slice.next()));
  }

  private GrantJson seenBy(Caller caller, GrantJson grant) {
    return grant.of(services.workerNames().seenBy(caller, grant.worker()));
  }

  private static String words(@Nullable String words) {
    return words == null ? "" : words.strip();
  }
}
