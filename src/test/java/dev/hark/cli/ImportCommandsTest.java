package dev.hark.cli;

import static dev.hark.cli.CommandsOnAHubTest.inOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.hub.Connection;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews from elsewhere, as an operator brings them and a worker hears them. */
final class ImportCommandsTest {
  private static final String OLD = "A1B2C3D4E5F6G7";

  @TempDir Path hubHome;
  @TempDir Path home;
  private Connection hub;

  @BeforeEach
  void start() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement({"IMP-1", "IMP-2", "IMP-12", "IMP-14", "IMP-15"})
  void aFileIsBroughtLinkedAndHeard() throws IOException {
    Path file = home.resolve("reviews.csv");
    String good =
        "requester_id,requester_name,user,fair,fast,comm,date,words,mood\n"
            + OLD
            + ",Old,ann,5,4,0,2014-10-05,Clear.,x\n"
            + OLD
            + ",Old,bo,4,4,,2015-10-05,Quick.,x\n";
    Files.writeString(file, good + OLD + ",Old,cy,9,4,,2015-10-05,,x\n");
    HarkRun.Outcome refused = on("operator").run("hub", "reviews", "import", file.toString());
    assertEquals(3, refused.code(), refused.err());
    inOrder(
        refused.out(),
        "Nothing was taken: 1 of 3 rows makes no sense. Mend it, or take the rest with"
            + " --skip-broken.",
        "Line 4, column fair: \"9\" is no mark; use 1 to 5, or nothing or 0 where it does not"
            + " apply.");
    assertTrue(refused.err().contains("left out: mood."), refused.err());
    assertTrue(
        ok("operator", "hub", "reviews", "import", file.toString(), "--skip-broken", "--dry-run")
            .contains("Would be taken: 2 from Turkopticon."));
    inOrder(
        ok("operator", "hub", "reviews", "import", file.toString(), "--skip-broken"),
        "Taken: 2 from Turkopticon. There already: 0.",
        "They are about 0 requesters known on this hub by another id, and 1 of whom",
        "1 row that makes no sense was left out.");
    Files.writeString(file, good);
    assertTrue(
        ok("operator", "hub", "reviews", "import", file.toString())
            .contains("Taken: 0 from Turkopticon. There already: 2."));

    String name = "Radio Archive";
    String id =
        Json.MAPPER.readTree(ok("worker", "reviews", name, "--json")).get("requesterId").asText();
    assertFalse(ok("worker", "reviews", name).contains("mported"));
    assertTrue(ok("operator", "hub", "reviews", "link", id, OLD).contains(OLD));
    String imported = "Imported: 4.3 from 2 reviews on Turkopticon, the newest of 5 October 2015.";
    inOrder(
        ok("worker", "reviews", name),
        imported,
        "Imported from Turkopticon; it changes none of this hub's own figures.");
    assertTrue(
        ok("worker", "reviews", name, "--lang", "nl")
            .contains("Van elders: 4,3 uit 2 beoordelingen op Turkopticon, de nieuwste van"));
    String kept =
        ok("worker", "tasks", "--where", "rating.imported >= 4 && rating.imported_reviews == 2");
    assertTrue(kept.contains(name), kept);
    HarkRun.Outcome none =
        on("worker").run("tasks", "--where", "rating.imported < 1 && rating.imported_reviews == 2");
    assertFalse(none.out().contains(name + ", 4"), none.out());
    ok("operator", "hub", "reviews", "unlink", id, OLD);
    assertFalse(ok("worker", "reviews", name).contains("mported"));
  }

  private HarkRun on(String computer) {
    return computer.equals("operator")
        ? new HarkRun(hubHome)
        : new HarkRun(home.resolve(computer)).with("HARK_HUB", hub.address());
  }

  private String ok(String computer, String... words) {
    HarkRun.Outcome outcome = on(computer).run(words);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.out();
  }
}
