package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.hub.gate.LimitsFile;
import dev.hark.wire.Json;
import dev.hark.wire.MediumJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * Sends nonsense for a bounded time: 10 seconds on each database, or {@code -Dfuzz.seconds}. What
 * is sent follows from a seed that is printed and can be given by {@code -Dfuzz.seed}; ids differ
 * from run to run.
 */
@OnEachDatabase
class FuzzTest {
  /** Tables that the hub writes to by itself: calls of webhooks, counts of failed sign-ins. */
  private static final Set<String> BY_ITSELF = Set.of("delivery", "audit");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Parameter TestDatabase database;
  @TempDir Path data;
  private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
  private TestHub hub;
  private Caller requester;
  private Caller worker;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        data.resolve(LimitsFile.NAME),
        """
        requests-per-minute-per-token = 1000000
        requests-per-minute-per-address = 1000000
        failed-sign-ins-per-minute = 1000000
        """);
    hub = new TestHub(database, data);
    requester = hub.requester();
    worker = hub.worker();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("API-3")
  void whateverIsSentIsRefusedProperlyAndStoresNothing() throws Exception {
    System.out.println("fuzz.seed " + seed + " on " + database);
    JsonNode document = hub.anybody().get("/openapi.json").json();
    FuzzRequests requests =
        new FuzzRequests(
            hub.hub.uri(),
            document,
            new Random(seed),
            List.of(
                requester.token(), worker.token(), hub.worker().token(), hub.operator().token()),
            things());
    long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("fuzz.seconds", 10)).toNanos();
    Map<String, Long> before = rows();
    int sent = 0;
    int taken = 0;
    while (System.nanoTime() - end < 0 || sent < 150) {
      HttpRequest request = requests.next(sent++);
      if (request.uri().getPath().endsWith("/token") && request.method().equals("DELETE")) {
        continue;
      }
      HttpResponse<byte[]> response;
      try {
        response = send(request);
      } catch (IOException e) {
        // A hub need not read a large body to the end that it refuses: it hangs up.
        assertTrue(size(request) > 60_000, () -> told(request) + ": " + e);
        assertEquals(before, rows(), () -> told(request) + " was cut off but stored something");
        continue;
      }
      Map<String, Long> after = rows();
      if (response.statusCode() >= 400) {
        requireProper(request, response);
        assertEquals(before, after, () -> told(request) + " was refused but stored something");
      } else {
        taken++;
      }
      before = after;
    }
    assertTrue(taken > 5, sent + " sent, " + taken + " taken");
    assertEquals(0, unbalanced());
    String group = hub.publish(hub.requester(), TestHub.group(1, true, null));
    Caller another = hub.worker();
    hub.submit(another, hub.accept(another, group, "a").id(), TestHub.WORDS);
  }

  /** After some refusals the hub ends the connection; a client that keeps it sends once more. */
  private static HttpResponse<byte[]> send(HttpRequest request) throws Exception {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException _) {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    }
  }

  private static long size(HttpRequest request) {
    return request.bodyPublisher().map(HttpRequest.BodyPublisher::contentLength).orElse(0L);
  }

  private void requireProper(HttpRequest request, HttpResponse<byte[]> response)
      throws IOException {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    String about = told(request) + ": " + response.statusCode() + " " + text;
    assertTrue(response.statusCode() < 500, () -> about + log());
    assertEquals(
        "application/problem+json",
        response.headers().firstValue("Content-Type").orElse(""),
        () -> about);
    JsonNode problem = Json.MAPPER.readTree(response.body());
    assertEquals(response.statusCode(), problem.get("status").asInt(), () -> about);
    String detail = problem.get("detail").asText();
    assertTrue(detail.endsWith(".") && !detail.contains("\n"), () -> about);
    assertTrue(detail.length() < 700, () -> about);
    assertTrue(!text.matches("(?s).*(Exception|jackson|org\\.|SQL ).*"), () -> about);
  }

  private String told(HttpRequest request) {
    return "seed " + seed + ": " + request.method() + " " + request.uri();
  }

  private String log() {
    try {
      String log = Files.readString(data.resolve("hub.log"));
      return "\n" + log.substring(Math.max(0, log.length() - 5_000));
    } catch (IOException e) {
      return "";
    }
  }

  /** Something of every kind, so that requests get far. */
  private List<String> things() {
    List<String> ids = new ArrayList<>(List.of(requester.id(), worker.id()));
    String group = hub.publish(requester, TestHub.group(40, false, 3));
    String held = hub.accept(worker, group, "k1").id();
    Caller other = hub.worker();
    String submitted = hub.accept(other, group, "k2").id();
    hub.submit(other, submitted, "words");
    MediumJson medium =
        requester
            .upload("/media", "text/plain", "x".getBytes(StandardCharsets.UTF_8))
            .as(MediumJson.class);
    String webhook =
        requester.post("/webhooks", Map.of("url", "http://127.0.0.1:9/")).json().get("id").asText();
    ids.addAll(List.of(group, group, held, held, submitted, submitted, medium.id(), webhook));
    return ids;
  }

  /** How many rows every table has, but for what the hub does by itself meanwhile. */
  private Map<String, Long> rows() {
    return hub.hub
        .services()
        .store()
        .read(
            handle -> {
              Map<String, Long> rows = new TreeMap<>();
              for (String table : tables(handle, database)) {
                rows.put(
                    table,
                    handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
              }
              return rows;
            });
  }

  private static List<String> tables(Handle handle, TestDatabase database) {
    String catalogue =
        database == TestDatabase.SQLITE
            ? "select name from sqlite_master where type = 'table'"
            : "select table_name from information_schema.tables where table_schema = 'public'";
    return handle.createQuery(catalogue).mapTo(String.class).list().stream()
        .filter(table -> !BY_ITSELF.contains(table))
        .toList();
  }

  /** Currencies in which money came from nowhere or went there. */
  private long unbalanced() {
    return hub.hub
        .services()
        .store()
        .read(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from (select currency from entry group by currency"
                            + " having sum(minor) <> 0) wrong")
                    .mapTo(Long.class)
                    .one());
  }

  @Test
  @Requirement("API-4")
  void anUploadThatIsTooLargeOrCutShortLeavesNothing() throws Exception {
    Map<String, Long> before = rows();
    HttpRequest.Builder upload =
        HttpRequest.newBuilder(hub.hub.uri().resolve("/api/v1/media"))
            .header("Authorization", "Bearer " + requester.token())
            .header("Content-Type", "image/png");
    assertEquals(413, status(upload.POST(BodyPublishers.ofInputStream(Zeros::new)).build()));
    try (Socket half = new Socket(hub.hub.uri().getHost(), hub.hub.uri().getPort())) {
      half.getOutputStream()
          .write(
              ("POST /api/v1/media HTTP/1.1\r\nHost: hub\r\nContent-Type: audio/flac\r\n"
                      + "Content-Length: 5000\r\nAuthorization: Bearer "
                      + requester.token()
                      + "\r\n\r\nhalf")
                  .getBytes(StandardCharsets.UTF_8));
    }
    for (String raw :
        List.of(
            "GET /api/v1/media HTTP/9.9\r\n\r\n",
            "POST /api/v1/media HTTP/1.1\r\nHost: hub\r\nContent-Length: -5\r\n\r\n",
            "GET /api/v1/\u0001 HTTP/1.1\r\nHost: hub\r\n\r\n",
            "GET /api/v1/../../etc/passwd HTTP/1.1\r\nHost: hub\r\n\r\n",
            "GET /api/v1/media/%00 HTTP/1.1\r\nHost: hub\r\n\r\n",
            "GET /api/v1/media/%zz HTTP/1.1\r\nHost: hub\r\n\r\n",
            "GET /api/v1/health HTTP/1.1\r\nHost: hub\r\nX: " + "x".repeat(100_000) + "\r\n\r\n",
            "nonsense\r\n\r\n")) {
      String status = raw(raw);
      assertTrue(status.matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*"), () -> raw + " " + status);
    }
    assertTrue(Patience.until(() -> rows().equals(before)));
    assertEquals(200, hub.anybody().get("/health").status());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(hub.hub.uri().getHost(), hub.hub.uri().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readNBytes(200), StandardCharsets.UTF_8);
    }
  }

  /** 413 too where the hub hung up while it was being sent the rest. */
  private static int status(HttpRequest request) throws InterruptedException {
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 413;
    }
  }

  /** 100 MB of nothing. */
  private static final class Zeros extends InputStream {
    private long left = 100_000_000;

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      int count = (int) Math.min(length, left);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
