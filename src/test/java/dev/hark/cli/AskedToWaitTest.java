package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.cli.hub.Connection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard where a hub asks to wait. */
final class AskedToWaitTest {
  @TempDir Path hubHome;
  @TempDir Path home;
  private Connection hub;
  private LossyHub busy;

  @BeforeEach
  void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
    busy = new LossyHub(URI.create(hub.address()));
  }

  @AfterEach
  void stopHub() {
    busy.close();
    hub.close();
  }

  @Test
  @Requirement("ID-46")
  void aSessionSaysThatItWaitsAndGoesOnByItself() {
    assertEquals(
        List.of(
            "The hub gets too many requests, and asks to wait 2 seconds.",
            "Nothing earned yet.",
            "Goodbye."),
        session("en"));
    assertEquals(
        List.of(
            "De hub krijgt te veel verzoeken en vraagt 2 seconden te wachten.",
            "Nog niets verdiend.",
            "Tot ziens."),
        session("nl"));
  }

  @Test
  @Requirement("ID-46")
  void aCommandSaysThatItWaitsBesideItsResult() {
    busy.asksToWaitBefore("GET /api/v1/qualifications");
    HarkRun.Outcome heard = run("qualifications");
    assertEquals(0, heard.code(), heard.err());
    assertEquals(
        List.of("The hub gets too many requests, and asks to wait 2 seconds."),
        heard.err().lines().toList());
  }

  /** What is said from the key for what was earned on. */
  private List<String> session(String language) {
    busy.asksToWaitBefore("GET /api/v1/earnings");
    HarkRun.Outcome session =
        new HarkRun(home)
            .typing("e", "q")
            .run(
                "--no-speak",
                "--sees",
                "no",
                "--filter",
                "none",
                "--lang",
                language,
                "--hub",
                busy.address());
    assertEquals(0, session.code(), session.err());
    List<String> lines = session.lines();
    return lines.subList(Math.max(0, lines.size() - 3), lines.size());
  }

  private HarkRun.Outcome run(String word) {
    return new HarkRun(home).run(word, "--hub", busy.address());
  }
}
