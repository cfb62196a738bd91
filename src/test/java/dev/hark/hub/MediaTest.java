package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.gate.LimitsFile;
import dev.hark.hub.store.Sha256;
import dev.hark.wire.MediumJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTest {
  private static final byte[] SOUND = new byte[300_000];

  static {
    new Random(7).nextBytes(SOUND);
  }

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path data;

  private HttpResponse<byte[]> get(TestHub hub, String id, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hub.hub.uri().resolve("/api/v1/media/" + id))
            .header("Authorization", "Bearer " + hub.worker().token());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @Requirement("SND-30")
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=0-0|206|0|1",
        "bytes=100000-|206|100000|300000",
        "bytes=-5|206|299995|300000",
        "bytes=-999999999|200|0|300000",
        "bytes=299999-400000|206|299999|300000",
        "bytes=0-|200|0|300000",
        "bytes=5-4|200|0|300000",
        "bytes=0-1,5-6|200|0|300000",
        "lines=0-1|200|0|300000",
        "bytes=300000-|416|0|0",
        "bytes=-0|416|0|0",
        "bytes=99999999999999999999-|200|0|300000",
      })
  void aPartThatIsAskedForComesAndNoMore(String range, int status, int from, int to)
      throws Exception {
    try (TestHub hub = new TestHub(data)) {
      String id = hub.requester().upload("/media", "audio/ogg", SOUND).as(MediumJson.class).id();
      HttpResponse<byte[]> answer = get(hub, id, "Range", range);
      assertEquals(status, answer.statusCode());
      assertArrayEquals(Arrays.copyOfRange(SOUND, from, to), answer.body());
      assertEquals("bytes", header(answer, "Accept-Ranges"));
      assertEquals('"' + Sha256.of(SOUND) + '"', header(answer, "ETag"));
      if (status == 206) {
        assertEquals("bytes " + from + "-" + (to - 1) + "/300000", header(answer, "Content-Range"));
      } else if (status == 416) {
        assertEquals("bytes */300000", header(answer, "Content-Range"));
      }
    }
  }

  @Test
  @Requirement("SND-30")
  void aPartOfWhatIsAnotherFileByNowIsNotGiven() throws Exception {
    try (TestHub hub = new TestHub(data)) {
      String id = hub.requester().upload("/media", "audio/ogg", SOUND).as(MediumJson.class).id();
      String tag = header(get(hub, id), "ETag");
      assertEquals(206, get(hub, id, "Range", "bytes=9-", "If-Range", tag).statusCode());
      assertEquals(200, get(hub, id, "Range", "bytes=9-", "If-Range", "\"old\"").statusCode());
      assertEquals(304, get(hub, id, "If-None-Match", tag).statusCode());
    }
  }

  @Test
  @Requirement("SND-31")
  void aSoundBeyondTheLimitIsRefusedBeforeItIsSentAndNothingIsLeft() throws Exception {
    Files.writeString(data.resolve(LimitsFile.NAME), "sound-megabytes = 2\n");
    try (TestHub hub = new TestHub(data)) {
      Caller requester = hub.requester();
      String head =
          """
          POST /api/v1/media HTTP/1.1\r
          Host: localhost\r
          Authorization: Bearer %s\r
          Content-Type: audio/ogg\r
          Content-Length: 600000000\r
          Expect: 100-continue\r
          \r
          """
              .formatted(requester.token());
      URI uri = hub.hub.uri();
      try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.startsWith("HTTP/1.1 413 "), said);
        assertTrue(said.contains("\"code\":\"too-large\""), said);
      }
      assertEquals(413, chunked(hub, requester, 3 << 20));
      assertEquals(201, chunked(hub, requester, 2 << 20));
      assertEquals(
          "too-large", requester.upload("/media", "image/png", new byte[(25 << 20) + 1]).refusal());
      assertEquals(1, kept());
    }
  }

  /** Without saying how long it is. */
  private int chunked(TestHub hub, Caller requester, int bytes) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(hub.hub.uri().resolve("/api/v1/media"))
            .header("Authorization", "Bearer " + requester.token())
            .header("Content-Type", "audio/ogg")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private long kept() throws IOException {
    Path media = data.resolve("media");
    if (!Files.exists(media)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(media)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  @Requirement("SND-31")
  void whereTheDiskIsFullThatIsSaidAndNothingIsLeft() throws Exception {
    Files.writeString(data.resolve(LimitsFile.NAME), "spare-megabytes = 999999999\n");
    try (TestHub hub = new TestHub(data)) {
      Caller requester = hub.requester();
      Caller.Answered answer = requester.upload("/media", "audio/ogg", SOUND);
      assertEquals(507, answer.status());
      assertEquals("no-room", answer.refusal());
      assertEquals(507, chunked(hub, requester, 9 << 20));
      assertEquals(0, kept());
    }
  }

  @Test
  @Requirement("SND-31")
  void anUploadThatBreaksOffLeavesNothingAndWhatAKilledHubLeftGoesAtTheStart() throws Exception {
    Path fresh = Files.createDirectories(data.resolve("media").resolve("new"));
    Path dead = Files.write(fresh.resolve("dead.part"), SOUND);
    Files.setLastModifiedTime(dead, FileTime.from(TestClock.START.minus(Duration.ofDays(1))));
    Path alive = Files.write(fresh.resolve("alive.part"), SOUND);
    try (TestHub hub = new TestHub(data)) {
      assertFalse(Files.exists(dead));
      assertTrue(Files.exists(alive), "another hub may write it");
      Files.delete(alive);
      URI uri = hub.hub.uri();
      try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
        OutputStream out = socket.getOutputStream();
        String head =
            "POST /api/v1/media HTTP/1.1\r\nHost: localhost\r\nContent-Type: audio/ogg\r\n"
                + ("Authorization: Bearer " + hub.requester().token() + "\r\n")
                + "Content-Length: 400000\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(SOUND);
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("invalid"));
      }
      assertEquals(0, kept());
    }
  }
}
