package dev.hark.market.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.market.FirstMoments;
import dev.hark.market.Transfer;
import dev.hark.wording.Wording;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFetchTest {
  private static final byte[] SOUND = new byte[1_000_000];
  private static final byte[] OTHER = new byte[1_000_000];

  static {
    new Random(3).nextBytes(SOUND);
    new Random(4).nextBytes(OTHER);
  }

  @TempDir Path folder;
  private final Wire wire = new Wire();
  private final List<AutoCloseable> open = new ArrayList<>(List.of(wire));

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private HubMarketplace market(long most) {
    HubMarketplace market =
        new HubMarketplace(
            wire.address(), "secret", new FirstMoments(), MediaShelf.in(folder, "here", most));
    open.add(market);
    return market;
  }

  private HubMarketplace market() {
    return market(10 << 20);
  }

  private long filesHere() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static String heard(Fault fault) {
    return Wording.of(Locale.ENGLISH).say(fault.sentence());
  }

  @Test
  @Requirement("SND-32")
  void aFileComesOnceAndIsThereTheNextTime() throws IOException {
    wire.answers(head(200, SOUND.length, tag(SOUND)), SOUND);
    assertArrayEquals(SOUND, Files.readAllBytes(market().media("m1")));
    assertArrayEquals(SOUND, Files.readAllBytes(market().media("m1")));
    assertEquals(1, wire.asked().size());
    wire.answers(head(200, OTHER.length, tag(OTHER)), OTHER);
    assertArrayEquals(OTHER, Files.readAllBytes(market().media("m2")));
    market().forgetMedia("m1");
    wire.answers(head(200, OTHER.length, tag(OTHER)), OTHER);
    assertArrayEquals(OTHER, Files.readAllBytes(market().media("m1")));
  }

  @Test
  @Requirement("SND-32")
  void whatBreaksOffGoesOnWhereItWas() throws IOException {
    wire.answers(head(200, SOUND.length, tag(SOUND)), Arrays.copyOf(SOUND, 400_000));
    wire.answers(
        head(206, 600_000, tag(SOUND), "Content-Range: bytes 400000-999999/1000000"),
        Arrays.copyOfRange(SOUND, 400_000, SOUND.length));
    assertArrayEquals(SOUND, Files.readAllBytes(market().media("m1")));
    String second = wire.asked().getLast();
    assertTrue(second.contains("Range: bytes=400000-"), second);
    assertTrue(second.contains("If-Range: " + tag(SOUND)), second);
  }

  @Test
  @Requirement("SND-32")
  void whatBreaksOffForGoodIsSaidAndGoesOnAnotherTime() throws IOException {
    wire.answers(head(200, SOUND.length, tag(SOUND)), Arrays.copyOf(SOUND, 400_000));
    for (int i = 0; i < 2; i++) {
      wire.answers("", new byte[0]);
    }
    Fault.HubDown fault = assertThrows(Fault.HubDown.class, () -> market().media("m1"));
    assertEquals("market.broken-off", fault.sentence().key());
    assertTrue(heard(fault).endsWith("."), heard(fault));
    wire.answers(
        head(206, 600_000, tag(SOUND), "Content-Range: bytes 400000-999999/1000000"),
        Arrays.copyOfRange(SOUND, 400_000, SOUND.length));
    assertArrayEquals(SOUND, Files.readAllBytes(market().media("m1")));
  }

  @Test
  @Requirement("SND-32")
  void whereItIsAnotherFileByNowItBeginsAnew() throws IOException {
    wire.answers(head(200, SOUND.length, tag(SOUND)), Arrays.copyOf(SOUND, 400_000));
    wire.answers(head(200, OTHER.length, tag(OTHER)), OTHER);
    assertArrayEquals(OTHER, Files.readAllBytes(market().media("m1")));
  }

  @Test
  @Requirement("SND-33")
  void aPartThatDoesNotFitBeginsAnew() throws IOException {
    wire.answers(head(200, SOUND.length, tag(SOUND)), Arrays.copyOf(SOUND, 400_000));
    wire.answers(
        head(206, 600_000, tag(SOUND), "Content-Range: bytes 100-600099/1000000"),
        Arrays.copyOf(OTHER, 600_000));
    wire.answers(head(200, SOUND.length, tag(SOUND)), SOUND);
    assertArrayEquals(SOUND, Files.readAllBytes(market().media("m1")));
  }

  @Test
  @Requirement("SND-33")
  void whatIsNotWhatWasSentIsFetchedAnewAndAtLastSaid() throws Exception {
    wire.answers(head(200, SOUND.length, tag(SOUND), digest(SOUND)), OTHER);
    wire.answers(head(200, SOUND.length, tag(SOUND), digest(SOUND)), SOUND);
    assertArrayEquals(SOUND, Files.readAllBytes(market().media("m1")));
    for (int i = 0; i < 3; i++) {
      wire.answers(head(200, SOUND.length, tag(SOUND), digest(SOUND)), OTHER);
    }
    Fault.HubDown fault = assertThrows(Fault.HubDown.class, () -> market().media("m2"));
    assertEquals("market.nonsense", fault.sentence().key());
  }

  @Test
  @Requirement("SND-33")
  void moreThanWasToldIsLeftOut() throws IOException {
    wire.answers(head(200, 1000, tag(SOUND)), SOUND);
    assertEquals(1000, Files.size(market().media("m1")));
  }

  @Test
  @Requirement({"MKT-5", "SND-33"})
  void aFileWithoutEndOrLargerThanTheShelfIsNotTakenInAndNothingIsLeft() throws IOException {
    wire.answersWithoutEnd("HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\n\r\n");
    HubMarketplace market = market(3 << 20);
    Fault.BadFile endless = assertThrows(Fault.BadFile.class, () -> market.media("m1"));
    assertEquals("market.medium-too-large", endless.sentence().key());
    wire.answers(head(200, 4L << 30, tag(SOUND)), SOUND);
    Fault.BadFile large = assertThrows(Fault.BadFile.class, () -> market.media("m1"));
    assertEquals("market.medium-too-large", large.sentence().key());
    assertEquals(0, filesHere());
  }

  @Test
  @Requirement("SND-33")
  void aHubThatSendsElsewhereIsNotFollowed() {
    wire.answers(
        "HTTP/1.1 302 Found\r\nLocation: " + wire.address() + "/secrets\r\n\r\n", new byte[0]);
    Fault.HubDown fault = assertThrows(Fault.HubDown.class, () -> market().media("m1"));
    assertEquals("market.nonsense", fault.sentence().key());
    assertEquals(1, wire.asked().size());
  }

  @Test
  @Requirement("SND-34")
  void whatWasNotUsedForLongestMakesRoomAndWhatIsADayOldGoes() throws IOException {
    HubMarketplace market = market(2_500_000);
    for (String id : List.of("m1", "m2", "m3")) {
      wire.answers(head(200, SOUND.length, tag(SOUND)), SOUND);
      Path file = market.media(id);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(9)));
    }
    assertEquals(2, sizes());
    int asked = wire.asked().size();
    Path kept = market.media("m3");
    assertEquals(asked, wire.asked().size());
    Files.setLastModifiedTime(kept, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    wire.answers(head(200, SOUND.length, tag(SOUND)), SOUND);
    market.media("m4");
    assertFalse(Files.exists(kept));
  }

  private long sizes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().contains(".")).count();
    }
  }

  @Test
  @Requirement("SND-32")
  void whoStopsWaitingGoesOnThereAnotherTime() throws IOException {
    Transfer stopped = new Transfer();
    stopped.stop();
    wire.answers(head(200, SOUND.length, tag(SOUND)), SOUND);
    assertThrows(CancellationException.class, () -> market().media("m1", stopped));
    wire.answers(head(200, SOUND.length, tag(SOUND)), SOUND);
    assertArrayEquals(SOUND, Files.readAllBytes(market().media("m1")));
    assertTrue(wire.asked().getLast().contains("Range: bytes="), wire.asked().getLast());
  }

  private static String head(int status, long length, String tag, String... more) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Yes\r\n");
    head.append("Content-Type: audio/wav\r\nETag: ").append(tag).append("\r\n");
    for (String line : more) {
      head.append(line).append("\r\n");
    }
    return head.append("Content-Length: ").append(length).append("\r\n\r\n").toString();
  }

  private static String tag(byte[] bytes) {
    return "\"" + Arrays.hashCode(bytes) + "\"";
  }

  private static String digest(byte[] bytes) throws Exception {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "Repr-Digest: sha-256=:" + Base64.getEncoder().encodeToString(sum) + ":";
  }

  /** Sends what it is told, byte by byte, and then closes. */
  private static final class Wire implements AutoCloseable {
    private final ServerSocket server;
    private final List<byte[][]> script = Collections.synchronizedList(new ArrayList<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    Wire() {
      try {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Thread.ofVirtual().start(this::serve);
    }

    String address() {
      return "http://127.0.0.1:" + server.getLocalPort();
    }

    List<String> asked() {
      return List.copyOf(asked);
    }

    void answers(String head, byte[] body) {
      script.add(new byte[][] {head.getBytes(StandardCharsets.US_ASCII), body});
    }

    void answersWithoutEnd(String head) {
      script.add(new byte[][] {head.getBytes(StandardCharsets.US_ASCII)});
    }

    private void serve() {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
          StringBuilder request = new StringBuilder();
          for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            request.append(line).append('\n');
          }
          asked.add(request.toString());
          say(new BufferedOutputStream(socket.getOutputStream()));
        } catch (IOException e) {
          // The other side has heard enough.
        }
      }
    }

    private void say(OutputStream out) throws IOException {
      byte[][] said = script.isEmpty() ? new byte[][] {{}, {}} : script.removeFirst();
      out.write(said[0]);
      while (said.length == 1) {
        out.write(SOUND);
      }
      out.write(said[1]);
      out.flush();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
