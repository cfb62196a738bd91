package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.Services;
import dev.hark.hub.metrics.Metrics;
import dev.hark.wire.ReadyJson;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** For whoever watches over a hub: whether it is ready, and its figures. */
final class OperatingRoutes {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Services services;
  private final AtomicReference<@Nullable CompletableFuture<Long>> asked = new AtomicReference<>();

  OperatingRoutes(Services services) {
    this.services = services;
    Metrics metrics = services.store().metrics();
    metrics.gauge(
        "hark_open_leases",
        "Tasks that workers hold, on all hubs of the database.",
        () ->
            ask(this::openLeases).stream()
                .mapToDouble(count -> count)
                .findAny()
                .orElse(Double.NaN));
    metrics.gauge(
        "hark_build_info",
        "Is 1, and says which Hark this is.",
        () -> 1,
        "version",
        OpenRoutes.version(),
        "java",
        System.getProperty("java.version"));
  }

  List<Route> all() {
    return List.of(Route.get("/health/ready", this::ready));
  }

  private void ready(Exchange exchange) {
    if (ask(this::answers).isEmpty()) {
      throw new Fault.Refused(Refusal.NOT_READY);
    }
    exchange.json(new ReadyJson("ready"));
  }

  /** Outside of the interface for clients, where Prometheus looks. */
  void metrics(Exchange exchange) {
    exchange.caller().asOperator();
    exchange.text(TEXT, services.store().metrics().text());
  }

  private long answers() {
    return services.store().read(handle -> handle.createQuery("select 1").mapTo(Long.class).one());
  }

  private long openLeases() {
    return services
        .store()
        .read(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from assignment where state = 'HELD' and deadline > :now")
                    .bind("now", services.clock().millis())
                    .mapTo(Long.class)
                    .one());
  }

  /**
   * Asks the database, one question at a time: whoever watches must be answered soon, and must not
   * add to the trouble of a database that is slow.
   *
   * @return empty where it failed, is slow, or has not answered the question before
   */
  private OptionalLong ask(LongSupplier question) {
    CompletableFuture<Long> mine = new CompletableFuture<>();
    CompletableFuture<Long> before = asked.get();
    if ((before != null && !before.isDone()) || !asked.compareAndSet(before, mine)) {
      return OptionalLong.empty();
    }
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                mine.complete(question.getAsLong());
              } catch (RuntimeException e) {
                mine.completeExceptionally(e);
              }
            });
    try {
      return OptionalLong.of(mine.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException _) {
      return OptionalLong.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
  }
}
