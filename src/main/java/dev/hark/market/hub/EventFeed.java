package dev.hark.market.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.wire.EventJson;
import dev.hark.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Follows what happens on a hub: as a stream, or by asking again and again where a stream does not
 * come through. Goes on after a break from where it was, with waits that grow to half a minute.
 * Used by one thread; {@link #stop} may come from another one.
 */
public final class EventFeed implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int WAIT_SECONDS = 20;
  private static final int LONGEST_LINE = 1 << 16;

  /** A stream that broke so often without telling anything is not tried again. */
  private static final int BROKEN_STREAMS = 2;

  private final HubCalls calls;
  private final Decoder decoder;
  private final Consumer<Sentence> notices;
  private @Nullable String cursor;
  private int brokenStreams;
  private boolean broken = true;
  private Runnable begun = () -> {};
  private volatile boolean closed;
  private volatile @Nullable Thread waiting;

  /**
   * Opens no connection yet.
   *
   * @param address such as {@code http://127.0.0.1:8080}
   * @param cursor where to go on; empty for what happens from now on
   * @param notices told when the hub cannot be reached, and when something was missed for good
   */
  public EventFeed(
      String address, String token, Optional<String> cursor, Consumer<Sentence> notices) {
    this.calls = new HubCalls(address, token, HubMarketplace.PATIENCE.plusSeconds(WAIT_SECONDS));
    this.decoder = new Decoder(calls);
    this.notices = notices;
    calls.tell(notices);
    this.cursor = cursor.orElse(null);
  }

  /**
   * Tells what happens, in order and each once, until it is stopped.
   *
   * @throws Fault.Refused where the token is not good, or may not read events
   */
  public void follow(Consumer<News> listener) {
    follow(listener, () -> {});
  }

  /**
   * The same.
   *
   * @param begun told each time when it has begun to follow, at first and after a break: whoever
   *     needs to know how things stand looks then, and misses nothing that happens later
   */
  public void follow(Consumer<News> listener, Runnable begun) {
    int failures = 0;
    this.begun = begun;
    while (!closed) {
      @Nullable String before = cursor;
      try {
        if (cursor == null) {
          // Asked for at once: what happens while a stream is built up must not be missed.
          broken = true;
          poll("now", 0, listener);
        } else if (brokenStreams < BROKEN_STREAMS) {
          stream(cursor, listener);
        } else {
          poll(cursor, WAIT_SECONDS, listener);
        }
        failures = 0;
      } catch (Fault.Refused refused) {
        switch (refused.refusal()) {
          case CURSOR_GONE -> {
            notices.accept(Sentence.of("events.missed"));
            cursor = null;
          }
          case TOO_MANY -> pause(++failures, Retry.after(refused));
          default -> throw refused;
        }
      } catch (Fault.HubDown down) {
        if (!closed) {
          broken = true;
          if (failures == 0) {
            notices.accept(down.sentence());
          }
          pause(before != null && !before.equals(cursor) ? 1 : ++failures);
        }
      }
    }
  }

  private void stream(String from, Consumer<News> listener) {
    HttpUrl url = calls.address("events", "stream").build();
    boolean told = false;
    try (HubCalls.Stream stream = calls.stream(url, from)) {
      BufferedSource lines = stream.source();
      String id = "";
      String data = "";
      while (!closed && !lines.exhausted()) {
        String line = lines.readUtf8LineStrict(LONGEST_LINE);
        began();
        if (line.startsWith("data: ")) {
          data = line.substring("data: ".length());
        } else if (line.startsWith("id: ")) {
          id = line.substring("id: ".length());
          told = true;
        } else if (line.isEmpty()) {
          if (!data.isEmpty()) {
            tell(Json.MAPPER.readTree(data), listener);
          }
          cursor = id.isEmpty() ? cursor : id;
          data = "";
        }
      }
    } catch (JsonProcessingException e) {
      brokenStreams++;
      throw calls.nonsense(e);
    } catch (IOException e) {
      brokenStreams = told ? 0 : brokenStreams + 1;
      throw calls.noAnswer(e);
    } catch (Fault.HubDown down) {
      brokenStreams++;
      throw down;
    }
    // It ended by itself, as when the hub stops; one that never told anything is no stream.
    brokenStreams = told ? 0 : brokenStreams + 1;
    if (!closed) {
      pause(1);
    }
  }

  private void poll(String from, int wait, Consumer<News> listener) {
    HttpUrl url =
        calls
            .address("events")
            .addQueryParameter("cursor", from)
            .addQueryParameter("wait", Integer.toString(wait))
            .build();
    JsonNode page = calls.get(url);
    for (JsonNode item : page.path("items")) {
      tell(item, listener);
    }
    JsonNode next = page.path("next");
    if (!next.isTextual() || next.textValue().isEmpty()) {
      throw calls.nonsense(null);
    }
    cursor = next.textValue();
    began();
  }

  private void began() {
    if (broken) {
      broken = false;
      begun.run();
    }
  }

  private void tell(JsonNode item, Consumer<News> listener) {
    News news = decoder.one(item, EventJson.class, EventFeed::news);
    listener.accept(news);
    // Only now: whoever stops in between hears of it again.
    cursor = news.cursor();
  }

  private static News news(EventJson json) throws Nonsense {
    return new News(
        Nonsense.id(json.cursor(), "cursor"),
        PlainText.line(json.kind(), 100),
        Nonsense.present(json.at(), "time"),
        Optional.ofNullable(json.groupId()).map(id -> PlainText.line(id, 100)),
        Optional.ofNullable(json.assignmentId()).map(id -> PlainText.line(id, 100)),
        Optional.ofNullable(json.data())
            .map(data -> data.get("title"))
            .map(title -> PlainText.line(title.toString(), 200)));
  }

  private void pause(int failures) {
    pause(failures, Duration.ZERO);
  }

  /** Waits longer after each failure, and never shorter than the hub asks. */
  private void pause(int failures, Duration asked) {
    long millis = Math.min(500L << Math.min(failures, 10), LONGEST_PAUSE.toMillis());
    long jitter = ThreadLocalRandom.current().nextLong(millis / 4 + 1);
    long until = System.nanoTime() + Math.max((millis - jitter) * 1_000_000, asked.toNanos());
    waiting = Thread.currentThread();
    while (!closed && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
    waiting = null;
  }

  /** Ends {@link #follow}, from the listener or from another thread. */
  public void stop() {
    closed = true;
    LockSupport.unpark(waiting);
    calls.cancel();
  }

  @Override
  public void close() {
    stop();
    calls.close();
  }
}
