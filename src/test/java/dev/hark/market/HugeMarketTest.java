package dev.hark.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.filter.Facts;
import dev.hark.filter.FilterFolders;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.hub.demo.DemoMarket;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.task.Money;
import dev.hark.task.Need;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HugeMarketTest {
  private static final int GROUPS = 10_000;

  @TempDir Path data;

  /**
   * What stands still to compare with: reading the pages, which no list can do without. On the same
   * machine, judging and sorting all of it by two filters may not take as long again and again.
   */
  @Test
  @Requirement("TSK-7")
  void tenThousandGroupsOfARealHubAreJudgedInAFewTimesTheTimeOfReadingThem() {
    try (Hub hub = Hub.start(HubConfig.embedded(data, "Huge", true))) {
      DemoMarket.many(hub.services(), Clock.systemUTC(), GROUPS);
      String address = hub.uri().toString();
      String token;
      try (HubAccounts accounts = new HubAccounts(address)) {
        token = accounts.registerWorker("").token();
      }
      try (Marketplace market = new HubMarketplace(address, token)) {
        compare(market);
      }
    }
  }

  private static void compare(Marketplace market) {
    FilterFolders presets =
        new FilterFolders(
            List.of(Path.of(System.getProperty("hark.root", ".")).resolve("filters")));
    Choice choice =
        new Choice(
            new Facts.Me(Set.of(Need.HEARING), Optional.of(Money.of(1471, "EUR"))),
            List.of(presets.filter("fair-pay"), presets.filter("well-rated")),
            Set.of(),
            OfferOrder.HOURLY);
    long read = Long.MAX_VALUE;
    long list = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      int groups = read(market);
      long between = System.nanoTime();
      OfferList offers = OfferList.of(market, choice);
      read = Math.min(read, between - start);
      list = Math.min(list, System.nanoTime() - between);
      assertEquals(GROUPS, groups);
      assertEquals(GROUPS, offers.offers(true).size());
    }
    assertTrue(list < 4 * read, "reading takes " + read + " ns, the list " + list + " ns");
  }

  private static int read(Marketplace market) {
    int groups = 0;
    Optional<String> cursor = Optional.empty();
    do {
      Marketplace.OfferPage page = market.offers(cursor, 1000);
      groups += page.offers().size();
      cursor = page.next();
    } while (cursor.isPresent());
    return groups;
  }
}
