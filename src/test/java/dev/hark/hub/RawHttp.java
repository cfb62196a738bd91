package dev.hark.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A connection on which a test writes what no decent client does. */
final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;

  RawHttp(URI hub) {
    try {
      socket = new Socket(hub.getHost(), hub.getPort());
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came back; the status is 0 where the connection was closed without an answer. */
  record Reply(int status, List<String> headers, String body) {
    /** A header's value; empty where it lacks. */
    String header(String name) {
      return headers.stream()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /** One request with headers of the test's choice, on a connection of its own. */
  static Reply request(URI hub, String method, String path, String... headers) {
    try (RawHttp http = new RawHttp(hub)) {
      List<String> lines =
          new ArrayList<>(
              List.of(method + " /api/v1" + path + " HTTP/1.1", "Host: hub", "Connection: close"));
      lines.addAll(Arrays.asList(headers));
      http.send(String.join("\r\n", lines) + "\r\n\r\n");
      return http.reply();
    }
  }

  /** Sends text; a hub that has hung up is no fault of the test. */
  boolean send(String text) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether something has come back already. */
  boolean hasAnswer() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  /** Reads to the end of the connection. */
  Reply reply() {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
        text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the hub still waits after " + PATIENCE_MILLIS + " ms: " + text, e);
    } catch (IOException e) {
      // A connection that was torn down has ended too.
    }
    String[] parts = text.toString().split("\r\n\r\n", 2);
    if (parts.length < 2) {
      return new Reply(0, List.of(), "");
    }
    List<String> head = List.of(parts[0].split("\r\n", -1));
    return new Reply(
        Integer.parseInt(head.getFirst().split(" ", 3)[1]), head.subList(1, head.size()), parts[1]);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
