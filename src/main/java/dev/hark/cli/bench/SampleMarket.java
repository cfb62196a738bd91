package dev.hark.cli.bench;

import dev.hark.review.Attribute;
import dev.hark.wire.HourlyJson;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.RatingJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.TaskGroupJson;
import dev.hark.wire.WorkTimesJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A market in JSON, as a hub sends it, the same each time: one group in five of an unrated
 * requester.
 */
final class SampleMarket {
  private static final int REQUESTERS = 200;

  private SampleMarket() {}

  /**
   * @param groups in all
   * @param size groups on a page
   */
  static List<byte[]> pages(int groups, int size) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    List<RequesterJson> requesters = new ArrayList<>();
    for (int i = 0; i < REQUESTERS; i++) {
      requesters.add(requester(i, random));
    }
    List<byte[]> pages = new ArrayList<>();
    for (int from = 0; from < groups; from += size) {
      List<TaskGroupJson> items = new ArrayList<>();
      for (int i = from; i < Math.min(groups, from + size); i++) {
        items.add(group(i, requesters.get(random.nextInt(REQUESTERS)), random));
      }
      pages.add(
          Json.MAPPER.writeValueAsBytes(Map.of("items", items, "next", "page" + (from + size))));
    }
    return pages;
  }

  private static RequesterJson requester(int number, SplittableRandom random) {
    RatingJson rating = null;
    if (number % 5 != 0) {
      Map<String, Double> means = new TreeMap<>();
      for (Attribute attribute : Attribute.values()) {
        means.put(attribute.name(), 1 + random.nextInt(400) / 100.0);
      }
      double lower = 1 + random.nextInt(200) / 100.0;
      rating =
          new RatingJson(1 + random.nextInt(50), lower + 1.37, lower, means, random.nextInt(2), 0);
    }
    return new RequesterJson(
        "requester%03d".formatted(number),
        "Requester number " + number,
        rating,
        100,
        50 + random.nextInt(50),
        86_400L * random.nextInt(5));
  }

  private static TaskGroupJson group(int number, RequesterJson requester, SplittableRandom random) {
    return new TaskGroupJson(
        "group%07d".formatted(number),
        requester,
        "Transcribe " + random.nextInt(60) + " seconds of speech from the archive",
        "TRANSCRIBE",
        "en",
        new MoneyJson(1 + random.nextInt(100), "EUR"),
        360,
        1 + random.nextInt(500),
        List.of("HEARING"),
        8.2,
        List.of("audio", "speech", "english"),
        number % 7 == 0
            ? null
            : new WorkTimesJson(
                20.0 + random.nextInt(50), 80.0 + random.nextInt(200), 1 + random.nextInt(40)),
        null,
        true,
        null,
        null,
        null,
        number % 7 < 2
            ? null
            : new HourlyJson(
                900L + random.nextInt(600),
                700L + random.nextInt(200),
                1200L + random.nextInt(900),
                1 + random.nextInt(40),
                50 + random.nextInt(500)));
  }
}
