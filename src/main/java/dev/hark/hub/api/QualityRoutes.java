package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.Services;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.quality.Wishes;
import dev.hark.task.RejectionCode;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.QualityJson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Decisions on answers, and what workers say to them. */
final class QualityRoutes {
  private static final int QUALITY_LIMIT = 16 << 20;

  private final Services services;

  QualityRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.post("/submissions/{id}/approve", this::approve),
        Route.post("/submissions/{id}/reject", this::reject),
        Route.post("/submissions/{id}/redo", this::redo),
        Route.post("/submissions/{id}/overturn", this::overturn),
        Route.post("/submissions/{id}/dismiss", this::dismiss),
        Route.put("/task-groups/{id}/quality", this::setQuality),
        Route.get("/task-groups/{id}/quality", this::quality),
        Route.get("/task-groups/{id}/results", this::results),
        Route.get("/objections", this::objections),
        Route.get("/rejections", this::rejections),
        Route.post("/assignments/{id}/objection", this::object));
  }

  private void approve(Exchange exchange) {
    Caller caller = exchange.caller().asPayer();
    exchange.json(
        seenBy(caller).submission(services.approvals().approve(caller, exchange.path("id"))));
  }

  private void reject(Exchange exchange) {
    Caller caller = exchange.caller().asPayer();
    DecisionJson decision = exchange.body(DecisionJson.class);
    RejectionCode code =
        RejectionCode.ofCode(words(decision.code()))
            .orElseThrow(
                () ->
                    new Fault.Refused(
                        Refusal.REJECTION_CODE, String.join(", ", RejectionCode.codes())));
    exchange.json(
        seenBy(caller)
            .submission(
                services
                    .approvals()
                    .reject(
                        caller,
                        exchange.path("id"),
                        code,
                        words(decision.reason()),
                        !Boolean.FALSE.equals(decision.again()))));
  }

  private void redo(Exchange exchange) {
    Caller caller = exchange.caller().asPayer();
    NewRedoJson redo = exchange.body(NewRedoJson.class);
    long seconds = Objects.requireNonNullElse(redo.seconds(), 0L);
    // Kept within what a Duration can hold; the service refuses what is too long.
    Duration time = Duration.ofSeconds(Math.clamp(seconds, 0, Integer.MAX_VALUE));
    exchange.json(
        seenBy(caller)
            .submission(
                services.redos().ask(caller, exchange.path("id"), words(redo.words()), time)));
  }

  private Onlooker seenBy(Caller caller) {
    return new Onlooker(services.workerNames(), caller);
  }

  private void overturn(Exchange exchange) {
    Caller caller = exchange.caller();
    judge(caller);
    exchange.json(
        seenBy(caller).submission(services.rejections().overturn(caller, exchange.path("id"))));
  }

  private void dismiss(Exchange exchange) {
    Caller caller = exchange.caller();
    judge(caller);
    String words = words(exchange.body(ObjectionJson.class).words());
    exchange.json(
        seenBy(caller)
            .rejection(services.rejections().dismiss(caller, exchange.path("id"), words)));
  }

  /** Rejections are judged by whoever pays, and by moderators. */
  private static void judge(Caller caller) {
    if (caller.role() == Role.MODERATOR) {
      caller.asModerator();
    } else {
      caller.asPayer();
    }
  }

  private void setQuality(Exchange exchange) {
    Caller caller = exchange.caller().asPayer();
    QualityJson wishes = exchange.body(QualityJson.class, QUALITY_LIMIT);
    exchange.json(
        services
            .quality()
            .set(
                caller,
                exchange.path("id"),
                new Wishes(
                    wishes.goldRate() == null ? 0 : wishes.goldRate(),
                    !Boolean.FALSE.equals(wishes.approveOnGold()),
                    wishes.agreement() == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(wishes.agreement()),
                    wishes.enough() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(wishes.enough())),
                wishes.goldTasks() == null ? List.of() : Posted.tasks(wishes.goldTasks())));
  }

  private void quality(Exchange exchange) {
    exchange.json(services.quality().of(exchange.caller().asRequester(), exchange.path("id")));
  }

  private void results(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.page(
        seenBy(caller)
            .results(
                services
                    .results()
                    .of(caller, exchange.path("id"), exchange.cursor(), exchange.limit())));
  }

  private void objections(Exchange exchange) {
    Caller caller = exchange.caller();
    judge(caller);
    exchange.page(
        seenBy(caller)
            .rejections(
                services.rejections().objections(caller, exchange.cursor(), exchange.limit())));
  }

  private void rejections(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.page(services.rejections().ofWorker(worker, exchange.cursor(), exchange.limit()));
  }

  private void object(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    String words = words(exchange.body(ObjectionJson.class).words());
    exchange.json(services.rejections().object(worker, exchange.path("id"), words));
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text;
  }
}
