package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.HarkRun;
import dev.hark.cli.hub.Connection;
import dev.hark.wire.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeldCommandTest {
  @TempDir Path hubHome;
  @TempDir Path home;

  @Test
  @Requirement("TRK-1")
  void whatIHoldIsToldWithTheTimeLeft() throws Exception {
    try (Connection hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {})) {
      HarkRun hark = new HarkRun(home).with("HARK_HUB", hub.address());
      assertEquals("You hold no task.", hark.run("held").out().strip());
      new HarkRun(home)
          .with("HARK_HUB", hub.address())
          .typing("a", "q")
          .run("--no-speak", "--sees", "no");

      String told = hark.run("held").out();
      JsonNode json = Json.MAPPER.readTree(hark.run("held", "--json").out());

      assertTrue(told.matches("(?s)\\d+ .* left, until .*: .*, for .*\\.\\R"), told);
      assertEquals(1, json.get("held").size());
      assertTrue(json.at("/held/0/secondsLeft").asLong() > 30, json.toString());
      assertTrue(hark.run("held", "--lang", "nl").out().startsWith("Nog "), "in Dutch");
    }
  }
}
