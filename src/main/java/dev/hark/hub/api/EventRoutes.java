package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.hub.Services;
import dev.hark.hub.event.Audience;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.EventLog;
import dev.hark.hub.event.EventWatch;
import dev.hark.hub.store.StoreException;
import dev.hark.wire.EventJson;
import dev.hark.wire.EventPageJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened: asked for by cursor, or followed as a stream. */
final class EventRoutes {
  /** Between two signs of life on a quiet stream. */
  static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** A reader that takes nothing for so long is cut off; it goes on from its cursor. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int LONGEST_WAIT = 30;
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(EventRoutes.class);

  private final EventLog log;
  private final EventWatch watch;

  EventRoutes(Services services) {
    this.log = services.events().log();
    this.watch = services.events().watch();
  }

  List<Route> all() {
    return List.of(Route.get("/events", this::poll), Route.get("/events/stream", this::stream));
  }

  private void poll(Exchange exchange) {
    Audience audience = Audience.of(exchange.caller().asReader());
    Set<EventKind> kinds = kinds(exchange);
    int limit = exchange.limit();
    Duration wait = wait(exchange);
    Optional<String> cursor = start(exchange.cursor());
    if (wait.isZero()) {
      exchange.json(log.page(audience, cursor, kinds, limit));
      return;
    }
    try (EventWatch.Waiter waiter = watch.join(audience)) {
      exchange.json(
          wait(waiter, audience, cursor, kinds, limit, System.nanoTime() + wait.toNanos()));
    }
  }

  /** Reads on until there is something, the time is up, or enough of other kinds went by. */
  private EventPageJson wait(
      EventWatch.Waiter waiter,
      Audience audience,
      Optional<String> from,
      Set<EventKind> kinds,
      int limit,
      long until) {
    Optional<String> cursor = from;
    for (int pages = 1; ; pages++) {
      EventPageJson page = log.page(audience, cursor, kinds, limit);
      long left = until - System.nanoTime();
      if (!page.items().isEmpty() || pages == MOST_PAGES || left <= 0 || waiter.isOver()) {
        return page;
      }
      cursor = Optional.of(page.next());
      if (!page.more()) {
        waiter.await(Duration.ofNanos(left));
      }
    }
  }

  private static Duration wait(Exchange exchange) {
    String text = exchange.query("wait").orElse("0");
    if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > LONGEST_WAIT) {
      throw Exchange.invalid("wait: 0 to " + LONGEST_WAIT + " seconds");
    }
    return Duration.ofSeconds(Integer.parseInt(text));
  }

  private Optional<String> start(Optional<String> cursor) {
    return cursor.map(some -> some.equals("now") ? log.now() : some);
  }

  private static Set<EventKind> kinds(Exchange exchange) {
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    exchange
        .query("kinds")
        .ifPresent(text -> List.of(text.split(",", -1)).forEach(code -> kinds.add(kind(code))));
    return kinds;
  }

  static EventKind kind(String code) {
    return EventKind.ofCode(code)
        .orElseThrow(
            () -> Exchange.invalid("kinds: such as assignment.submitted, with commas between"));
  }

  private void stream(Exchange exchange) {
    Audience audience = Audience.of(exchange.caller().asReader());
    Set<EventKind> kinds = kinds(exchange);
    String from = start(exchange.header("Last-Event-ID").or(exchange::cursor)).orElseGet(log::now);
    // What comes after the first page is read must wake this reader.
    try (EventWatch.Waiter waiter = watch.join(audience)) {
      EventPageJson first = log.page(audience, Optional.of(from), kinds, PAGE);
      follow(exchange, waiter, audience, kinds, first);
    }
  }

  private void follow(
      Exchange exchange,
      EventWatch.Waiter waiter,
      Audience audience,
      Set<EventKind> kinds,
      EventPageJson first) {
    EventPageJson page = first;
    try (OutputStream out = exchange.stream("text/event-stream", PATIENCE)) {
      write(out, page);
      while (!waiter.isOver()) {
        if (!page.more()) {
          waiter.await(HEARTBEAT);
          // A token that was revoked meanwhile hears no more.
          exchange.requireStillGood();
        }
        page = log.page(audience, Optional.of(page.next()), kinds, PAGE);
        write(out, page);
      }
    } catch (IOException | Fault | StoreException e) {
      // Away, too slow, or no longer allowed; or the database is: readers come back, and go on from
      // the id that they had last.
      LOG.debug("a stream ended", e);
    }
  }

  /** The events, and where the reader is now: that is a sign of life too. */
  private static void write(OutputStream out, EventPageJson page) throws IOException {
    StringBuilder text = new StringBuilder();
    for (EventJson event : page.items()) {
      text.append("id: ").append(event.cursor()).append('\n');
      text.append("event: ").append(event.kind()).append('\n');
      // JSON has no line breaks but escaped ones.
      text.append("data: ")
          .append(new String(Exchange.encode(event), StandardCharsets.UTF_8))
          .append("\n\n");
    }
    text.append("id: ").append(page.next()).append("\n: here\n\n");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
