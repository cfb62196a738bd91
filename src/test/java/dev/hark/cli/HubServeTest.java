package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
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
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.hark.cli.Main",
                "hub",
                "serve",
                "--demo",
                "--data",
                home.resolve("hub").toString())
            .redirectError(home.resolve("stderr").toFile());
    builder.environment().put("HOME", home.toString());
    Process hub = builder.start();
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
