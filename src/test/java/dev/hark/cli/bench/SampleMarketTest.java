package dev.hark.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.market.Marketplace.OfferPage;
import dev.hark.market.Offer;
import dev.hark.market.hub.OfferPages;
import dev.hark.review.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleMarketTest {
  @Test
  @Requirement("PRF-3")
  void whatIsMeasuredIsAMarketThatMakesSense() throws IOException {
    List<Offer> offers = new ArrayList<>();
    OfferPages reader = new OfferPages();
    for (byte[] json : SampleMarket.pages(2_500, 1_000)) {
      OfferPage page = reader.read(json);
      assertEquals(0, page.leftOut());
      offers.addAll(page.offers());
    }
    assertEquals(2_500, offers.stream().map(offer -> offer.group().id()).distinct().count());
    assertTrue(offers.stream().anyMatch(offer -> offer.standing() instanceof Standing.Rated));
    assertTrue(offers.stream().anyMatch(offer -> offer.standing() instanceof Standing.NoReviews));
    assertTrue(offers.stream().anyMatch(offer -> offer.hourly().isEmpty()));
    assertEquals(
        "scan: 0.9 of what is allowed (goal 1)", Benchmark.lastLine(new ScanBenchmark(), 0.9));
  }
}
