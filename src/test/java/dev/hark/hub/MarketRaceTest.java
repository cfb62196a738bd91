package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.wire.EarningsJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** 200 workers on two nodes want 50 places, again and again. */
@OnEachDatabase
class MarketRaceTest {
  /** More of them: {@code -Dhark.race.rounds=20000}. */
  private static final int ROUNDS = Integer.getInteger("hark.race.rounds", 1_000);

  @Parameter TestDatabase database;
  @TempDir Path data;

  @Test
  @Timeout(240)
  @Requirement("OPER-4")
  void neverOneAnswerOrPaymentTooManyOrTooFew() throws Exception {
    RaceClock clock = new RaceClock();
    HubConfig config =
        HubConfig.embedded(data, "Race", true).withDatabase(database.in(data)).withClock(clock);
    try (Hub one = Hub.start(config);
        Hub two = Hub.start(config)) {
      Race race = new Race(one, two, clock);
      race.run(ROUNDS);
      Tables tables = new Tables(one.services().store());
      tables.assertAnswersFitSlots();
      tables.assertLeasesDoNotOverlap();
      tables.assertMoneyAgrees();
      assertEquals(race.answered(), tables.answers(), "each answer that was acknowledged, once");

      clock.forward(Duration.ofDays(30));
      long paid = 0;
      for (String worker : race.workers()) {
        EarningsJson earned = two.services().incomes().earnings(worker, ZoneOffset.UTC);
        paid += earned.currencies().stream().mapToLong(line -> line.total().minor()).sum();
      }
      assertEquals(0, tables.number("select count(*) from assignment where state = 'SUBMITTED'"));
      assertEquals(18L * race.answered().size(), paid, "what the workers see, to the cent");
      tables.assertMoneyAgrees();
      assertEquals(List.of(), race.rarelySeen(), "each outcome is part of it");
    }
  }
}
