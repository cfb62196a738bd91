package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.TestJvm;
import dev.hark.cli.hub.Connection;
import dev.hark.market.hub.HubAccounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HubServeTest {
  @TempDir Path home;

  @Test
  @Requirement("CMD-16")
  void aHubServesAloneUntilItIsToldToEnd() throws IOException, InterruptedException {
    Process hub = serve("--demo", "--data", home.resolve("hub").toString());
    try (BufferedReader out = hub.inputReader(StandardCharsets.UTF_8)) {
      String address = out.readLine();
      assertNotNull(address, () -> read(home.resolve("stderr")));
      assertTrue(address.matches("http://127\\.0\\.0\\.1:\\d+/"), address);
      try (HubAccounts accounts = new HubAccounts(address)) {
        assertTrue(accounts.about().demo());
      }
      assertEquals(0, new HarkRun(home).run("tasks", "--limit", "1", "--hub", address).code());
      hub.destroy();
      assertTrue(hub.waitFor(20, TimeUnit.SECONDS));
      assertTrue(Files.notExists(home.resolve("hub/running")), "it has closed in order");
    } finally {
      hub.destroyForcibly();
    }
  }

  @Test
  @Requirement({"STORE-1", "OPER-1"})
  void aHubServesFromTheDatabaseThatItIsTold() throws IOException, InterruptedException {
    Path file = home.resolve("elsewhere.db");
    Process hub =
        serve(
            "--db",
            "jdbc:sqlite:" + file,
            "--data",
            home.resolve("node").toString(),
            "--media",
            home.resolve("sounds").toString());
    try (BufferedReader out = hub.inputReader(StandardCharsets.UTF_8)) {
      String address = out.readLine();
      assertNotNull(address, () -> read(home.resolve("stderr")));
      try (HubAccounts accounts = new HubAccounts(address)) {
        assertFalse(accounts.about().demo());
        accounts.registerWorker("");
      }
      assertTrue(Files.exists(file));
      assertTrue(Files.notExists(home.resolve("node/hub.db")));
      hub.destroy();
      assertTrue(hub.waitFor(20, TimeUnit.SECONDS));
    } finally {
      hub.destroyForcibly();
    }
  }

  @Test
  @Requirement({"HUB-1", "ID-42"})
  void aHubGoesPublicBehindAProxyOnly() throws IOException, InterruptedException {
    var refused =
        new HarkRun(home).run("hub", "serve", "--host", "0.0.0.0", "--data", home.toString());
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("--behind-proxy"), refused::err);
    Process hub =
        serve(
            "--host",
            "127.0.0.3",
            "--behind-proxy",
            "127.0.0.1",
            "--behind-proxy",
            "10.0.0.0/8",
            "--data",
            home.resolve("hub").toString());
    try (BufferedReader out = hub.inputReader(StandardCharsets.UTF_8)) {
      String address = out.readLine();
      assertNotNull(address, () -> read(home.resolve("stderr")));
      assertTrue(address.matches("http://127\\.0\\.0\\.3:\\d+/"), address);
      hub.destroy();
      assertTrue(hub.waitFor(20, TimeUnit.SECONDS));
    } finally {
      hub.destroyForcibly();
    }
  }

  @Test
  @Requirement("STORE-1")
  void aWrongDatabaseIsToldInOneSentenceWithoutItsPassword() {
    HarkRun hark = new HarkRun(home).with("HARK_DB_PASSWORD", "hidden");
    for (String url :
        List.of(
            "jdbc:mysql://h/x?password=secret",
            "jdbc:postgresql://127.0.0.1:1/x?user=me&password=secret",
            "jdbc:postgresql://127.0.0.1:1/x?user=me")) {
      HarkRun.Outcome ended =
          hark.run("hub", "serve", "--data", home.resolve("n").toString(), "--db", url);
      assertNotEquals(0, ended.code());
      assertEquals(1, ended.err().lines().count(), ended.err());
      assertFalse(ended.err().contains("secret") || ended.err().contains("hidden"), ended.err());
      assertEquals("", ended.out());
    }
  }

  @Test
  @Requirement("OPER-1")
  void aHubWithADatabaseElsewhereNeedsAFolderOfItsOwn() {
    HarkRun.Outcome ended = new HarkRun(home).run("hub", "serve", "--db", "jdbc:sqlite:/x/hub.db");
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("--data"), ended.err());
  }

  private Process serve(String... options) throws IOException {
    List<String> command = TestJvm.command(Main.class);
    command.addAll(List.of("hub", "serve"));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(home.resolve("stderr").toFile());
    builder.environment().put("HOME", home.toString());
    return builder.start();
  }

  @Test
  @Requirement("CMD-17")
  void aShortCommandUsesTheHubThatRuns() {
    HarkRun hark = new HarkRun(home);
    assertEquals(Optional.empty(), Connection.running(hark.folders()));
    try (Connection session = Connection.embedded(hark.folders(), false, _ -> {})) {
      assertEquals(0, hark.run("earnings").code());
      assertEquals(Optional.of(session.address()), Connection.running(hark.folders()));
      assertEquals(
          List.of("Hub: Hark demo market answers at " + session.address() + "."),
          hark.run("doctor").lines().stream().filter(line -> line.startsWith("Hub")).toList());
    }
    assertEquals(Optional.empty(), Connection.running(hark.folders()));
    assertEquals(0, hark.run("earnings").code(), "and starts its own where none runs");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
