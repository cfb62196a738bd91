package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.job.CheckRounds;
import dev.hark.task.Mark;
import dev.hark.transcript.join.NoteWords;
import dev.hark.wire.NewCheckRoundJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.SettledDisputeJson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What the answers to recordings say together, for requesters, and for those who gave them. */
final class TextRoutes {
  private static final int COPIES = 3;
  private static final int PLACES = 100;
  private static final long SECONDS = 300;

  private final Services services;

  TextRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.get("/jobs/{id}/transcript", this::transcript),
        Route.get("/jobs/{id}/progress", this::progress),
        Route.get("/jobs/{id}/workers", this::workers),
        Route.post("/jobs/{id}/checks", this::check),
        Route.get("/compared", this::compared),
        Route.get("/compared/{id}", this::one),
        Route.post("/compared/{id}/dispute", this::dispute),
        Route.get("/repeated", this::repeated),
        Route.get("/disputes", this::disputes),
        Route.post("/disputes/{id}/settle", this::settle));
  }

  private void transcript(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.json(services.texts().transcript(caller, exchange.path("id")));
  }

  private void progress(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.json(services.texts().progress(caller, exchange.path("id")));
  }

  private void workers(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.page(
        new Onlooker(services.workerNames(), caller)
            .jobWorkers(
                services
                    .jobWorkers()
                    .of(caller, exchange.path("id"), exchange.cursor(), exchange.limit())));
  }

  private void repeated(Exchange exchange) {
    exchange.json(services.jobWorkers().repeated(exchange.caller().asWorker().id()));
  }

  private void check(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    String key = exchange.key();
    NewCheckRoundJson wanted = exchange.body(NewCheckRoundJson.class);
    CheckRounds.NewRound round =
        new CheckRounds.NewRound(
            Posted.present(wanted.title(), "title"),
            Posted.present(wanted.prompt(), "prompt"),
            Posted.present(wanted.yes(), "yes"),
            Posted.present(wanted.no(), "no"),
            Posted.money(Posted.present(wanted.reward(), "reward"), "reward.minor"),
            Objects.requireNonNullElse(wanted.copies(), COPIES),
            Objects.requireNonNullElse(wanted.places(), PLACES),
            Duration.ofSeconds(Objects.requireNonNullElse(wanted.allowedSeconds(), SECONDS)),
            new NoteWords(
                Objects.requireNonNullElse(wanted.unclear(), NoteWords.MARKS.unclear()),
                Objects.requireNonNullElse(wanted.noAnswer(), NoteWords.MARKS.noAnswer())),
            Objects.requireNonNullElse(wanted.noSpeech(), Mark.NO_SPEECH.written()));
    exchange.json(201, services.checks().post(caller, exchange.path("id"), round, key));
  }

  private void compared(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.page(services.compared().ofWorker(worker, exchange.cursor(), exchange.limit()));
  }

  private void one(Exchange exchange) {
    exchange.json(services.compared().one(exchange.caller().asWorker().id(), exchange.path("id")));
  }

  private void dispute(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    String words =
        Objects.requireNonNullElse(exchange.body(ObjectionJson.class).words(), "").strip();
    exchange.json(services.compared().dispute(worker, exchange.path("id"), words));
  }

  private void disputes(Exchange exchange) {
    Caller caller = judge(exchange);
    exchange.page(
        new Onlooker(services.workerNames(), caller)
            .compared(services.compared().disputes(caller, exchange.cursor(), exchange.limit())));
  }

  private void settle(Exchange exchange) {
    Caller caller = judge(exchange);
    SettledDisputeJson wanted = exchange.body(SettledDisputeJson.class);
    String id = exchange.path("id");
    exchange.json(
        new Onlooker(services.workerNames(), caller)
            .compared(
                Boolean.TRUE.equals(wanted.pay())
                    ? services.compared().pay(caller, id)
                    : services
                        .compared()
                        .dismiss(
                            caller, id, Objects.requireNonNullElse(wanted.words(), "").strip())));
  }

  /** Disputes are judged by whoever pays, and by moderators. */
  private static Caller judge(Exchange exchange) {
    Caller caller = exchange.caller();
    return caller.role() == Role.MODERATOR ? caller.asModerator() : caller.asPayer();
  }
}
