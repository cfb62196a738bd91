package dev.hark.hub;

import dev.hark.wire.EventJson;
import dev.hark.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads Server-Sent Events by the letter of their format, on a thread of its own. */
final class EventReader implements AutoCloseable {
  private final InputStream in;
  private final BlockingQueue<Optional<EventJson>> read = new LinkedBlockingQueue<>();
  private volatile String lastId = "";

  EventReader(InputStream in) {
    this.in = in;
    Thread.ofVirtual().start(this::run);
  }

  private void run() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String kind = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          lastId = line.substring(4);
        } else if (line.startsWith("event: ")) {
          kind = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          EventJson event = Json.MAPPER.readValue(data, EventJson.class);
          if (!event.kind().equals(kind) || !event.cursor().equals(lastId)) {
            throw new AssertionError(kind + " " + lastId + " " + data);
          }
          read.add(Optional.of(event));
          data = "";
        }
      }
    } catch (IOException e) {
      // Cut off: that is an end too.
    }
    read.add(Optional.empty());
  }

  /** The next event, or empty at the end of the stream; fails where neither comes in time. */
  Optional<EventJson> next() {
    try {
      Optional<EventJson> next = read.poll(30, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String lastId() {
    return lastId;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      // It was cut off before.
    }
  }
}
