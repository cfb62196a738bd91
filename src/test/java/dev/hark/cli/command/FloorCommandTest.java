package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.cli.HarkRun;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FloorCommandTest {
  @TempDir Path home;

  @Test
  @Requirement("PAY-5")
  void theFloorIsTheLegalMinimumTheLivingWageOrAnOwnFigure() throws IOException {
    HarkRun hark = new HarkRun(home).with("LANG", "en_GB.UTF-8");
    newFloors();

    assertEquals("Your floor is 20 pounds an hour.", hark.run("floor").lines().getFirst());
    assertEquals(0, hark.run("settings", "set", "floor", "living").code());
    assertEquals("Your floor is 30 pounds an hour.", hark.run("floor").lines().getFirst());
    hark.run("settings", "set", "floor", "9.50 GBP");
    assertEquals(
        List.of("Your floor is 9 pounds 50 an hour.", "That is a figure of your own."),
        hark.run("floor").lines().subList(0, 2));
    hark.run("settings", "set", "floor", "legal");
    hark.run("settings", "set", "place", "GB-LND");
    assertEquals("Your floor is 20 pounds an hour.", hark.run("floor").lines().getFirst());
    assertFalse(hark.run("settings", "set", "floor", "much").code() == 0);
  }

  @Test
  @Requirement("PAY-6")
  void aPlaceIsToldSinceWhenForWhomAndWhereItStands() {
    HarkRun hark = new HarkRun(home);

    String told = hark.run("floor", "us").out();

    assertTrue(
        told.contains("US, legal minimum: 7 dollars 25 an hour, for work under federal law."),
        told);
    assertTrue(told.contains("Fair Labor Standards Act"), told);
    assertTrue(told.contains("Since 24 July 2009"), told);
    assertTrue(hark.run("floor", "--all").lines().size() > 12);
    assertTrue(hark.run("floor", "--all", "--lang", "nl").out().contains("US, wettelijk minimum"));
    HarkRun.Outcome nowhere = hark.run("floor", "atlantis");
    assertEquals(2, nowhere.code());
    assertTrue(nowhere.err().contains("hark floor --all"), nowhere.err());
  }

  @Test
  @Requirement("PAY-8")
  void whatIsOldIsSaidToBeOld() throws Exception {
    HarkRun hark = new HarkRun(home).with("LANG", "nl_NL.UTF-8");
    Path pay = Files.createDirectories(hark.folders().config().resolve("pay"));
    Files.writeString(
        pay.resolve("floors.csv"),
        """
        place,kind,from,until,minor,currency,whom,source
        nl,legal,2026-01-02,2026-01-03,1400,EUR,iedereen,een wet
        """);

    JsonNode json = Json.MAPPER.readTree(hark.run("floor", "--json").out());

    assertTrue(json.at("/floors/0/old").asBoolean(), json.toString());
    assertTrue(
        hark.run("floor", "--lang", "nl").out().contains("misschien is er een nieuwer"),
        "in Dutch");
  }

  @Test
  @Requirement("PAY-7")
  void aBrokenFileOfTheUsersIsNamedWithItsLine() throws IOException {
    HarkRun hark = new HarkRun(home);
    Path pay = Files.createDirectories(hark.folders().config().resolve("pay"));
    Files.writeString(pay.resolve("rates.csv"), "currency,date,perEuro\nUSD,2027-01-01,cheap\n");

    HarkRun.Outcome outcome = hark.run("floor");

    assertTrue(outcome.err().contains("rates.csv, line 2"), outcome.err());
    assertFalse(outcome.code() == 0);
  }

  private void newFloors() throws IOException {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Path pay = Files.createDirectories(new HarkRun(home).folders().config().resolve("pay"));
    Files.writeString(
        pay.resolve("floors.csv"),
        """
        place,kind,from,until,minor,currency,whom,source
        gb,legal,%1$s,,2000,GBP,all,a law
        gb,living,%1$s,,3000,GBP,all,a body
        """
            .formatted(today));
  }
}
