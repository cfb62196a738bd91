package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.account.Caller;
import dev.hark.hub.work.Attachments;
import dev.hark.wire.ChecksumJson;
import dev.hark.wire.DraftJson;
import dev.hark.wire.NewAttachmentJson;
import dev.hark.wire.Page;
import java.util.List;

/** Drafts of answers, and recordings that belong to them. */
final class DraftRoutes {
  private static final int DRAFT_LIMIT = 4 << 20;

  private final Services services;

  DraftRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.get("/drafts", this::drafts),
        Route.get("/assignments/{id}/draft", this::draft),
        Route.put("/assignments/{id}/draft", this::save),
        Route.post("/assignments/{id}/attachments", this::begin),
        Route.get("/attachments/{id}", this::state),
        Route.patch("/attachments/{id}", this::take),
        Route.post("/attachments/{id}/finish", this::finish),
        Route.get("/submissions/{id}/attachments", this::attachments),
        Route.get("/submissions/{id}/attachments/{attachment}", this::content));
  }

  private void drafts(Exchange exchange) {
    exchange.json(new Page<>(services.drafts().all(exchange.caller().asWorker().id()), null));
  }

  private void draft(Exchange exchange) {
    exchange.json(services.drafts().of(exchange.caller().asWorker().id(), exchange.path("id")));
  }

  private void save(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    DraftJson draft = exchange.body(DraftJson.class, DRAFT_LIMIT);
    exchange.json(
        services
            .drafts()
            .save(
                worker,
                exchange.path("id"),
                Posted.present(draft.version(), "version"),
                Posted.present(draft.content(), "content")));
  }

  private void begin(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    NewAttachmentJson wanted = exchange.body(NewAttachmentJson.class);
    exchange.json(
        201,
        services
            .attachments()
            .begin(
                worker,
                exchange.path("id"),
                Posted.present(wanted.type(), "type"),
                Posted.present(wanted.bytes(), "bytes")));
  }

  private void state(Exchange exchange) {
    exchange.json(
        services.attachments().state(exchange.caller().asWorker().id(), exchange.path("id")));
  }

  private void take(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    long offset = offset(exchange.query("offset").orElse(""));
    String sha256 = exchange.query("sha256").orElse("");
    exchange.json(
        services
            .attachments()
            .take(
                worker,
                exchange.path("id"),
                offset,
                sha256,
                exchange.bytes(Attachments.PART_LIMIT)));
  }

  private static long offset(String text) {
    if (!text.matches("\\d{1,12}")) {
      throw Exchange.invalid("offset: how much the hub has, in bytes");
    }
    return Long.parseLong(text);
  }

  private void finish(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    String sha256 = Posted.present(exchange.body(ChecksumJson.class).sha256(), "sha256");
    exchange.json(services.attachments().finish(worker, exchange.path("id"), sha256));
  }

  private void attachments(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.json(new Page<>(services.attachments().of(caller, exchange.path("id")), null));
  }

  private void content(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.file(
        services.attachments().content(caller, exchange.path("id"), exchange.path("attachment")));
  }
}
