package dev.hark.cli.bench;

import com.fasterxml.jackson.core.JsonParser;
import dev.hark.cli.bench.load.Commons;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.filter.FilterFile;
import dev.hark.market.Choice;
import dev.hark.market.Offer;
import dev.hark.market.OfferList;
import dev.hark.market.OfferOrder;
import dev.hark.market.hub.OfferPages;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reading a market from its JSON, judging all of it by a filter and sorting it by pay per hour, on
 * one thread of a warm JVM: how long for 5,000 groups against a bare pass over the same bytes, how
 * much of that is reading, and what a group costs among a million; and how long a hub with a
 * million reviews takes for a requester's rating. The figure is the worst of the four as a share of
 * what is allowed.
 */
record ScanBenchmark() implements Benchmark.OfAllowed {
  private static final int GROUPS = 5_000;
  private static final int MANY = 1_000_000;
  private static final int PAGE = 1_000;

  /** So many that the collector's space for new objects was used once, all of it. */
  private static final int WARMING = 500;

  private static final int RUNS = 41;
  private static final int LONG_RUNS = 5;

  /**
   * Times a bare pass over the same bytes: 17 milliseconds where that takes 6.5, as it does on the
   * machine for which the goal was set.
   */
  private static final double MOST_PASSES = 2.6;

  private static final double MOST_MILLIS_RATING = 1;
  private static final double MOST_GROWTH = 1.3;
  private static final double LEAST_SHARE = 0.5;

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public double measure(Stage stage, Consumer<Sentence> tell) {
    Path home = Path.of(stage.hark().getFirst()).resolveSibling("filters");
    Choice choice =
        new Choice(
            new Facts.Me(EnumSet.allOf(Need.class), Optional.of(Money.of(1_471, "EUR"))),
            List.of(FilterFile.read(home.resolve("fair-pay.yaml")).compile()),
            Set.of(),
            OfferOrder.HOURLY);
    try {
      List<byte[]> few = SampleMarket.pages(GROUPS, PAGE);
      for (int i = 0; i < WARMING; i++) {
        scan(few, choice);
        bare(few);
      }
      Took small = median(few, choice, RUNS);
      tell(tell, GROUPS, small);
      List<byte[]> all = SampleMarket.pages(MANY, PAGE);
      scan(all, choice);
      Took huge = median(all, choice, LONG_RUNS);
      all.clear();
      tell(tell, MANY, huge);
      double passes = small.all() / small.bare();
      tell.accept(Sentence.of("bench.scan-bare", small.bare(), passes, MOST_PASSES));
      double share = small.reading() / small.all();
      double growth = huge.all() / MANY / (small.all() / GROUPS);
      tell.accept(
          Sentence.of("bench.scan-share", share, LEAST_SHARE, MANY, growth, GROUPS, MOST_GROWTH));
      double rating = new Commons(stage.folder("commons"), tell).rating();
      return Stream.of(
              passes / MOST_PASSES,
              growth / MOST_GROWTH,
              LEAST_SHARE / share,
              rating / MOST_MILLIS_RATING)
          .max(Double::compare)
          .orElseThrow();
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("bench.failed", "hark bench scan"), e);
    }
  }

  private static void tell(Consumer<Sentence> tell, int groups, Took took) {
    tell.accept(
        Sentence.of("bench.scan", groups, took.all(), took.reading(), took.all() * 1e3 / groups));
  }

  /**
   * Milliseconds.
   *
   * @param reading of all
   * @param bare beside it: a pass over the same bytes that keeps nothing
   */
  private record Took(double all, double reading, double bare) {}

  private static Took median(List<byte[]> pages, Choice choice, int runs) throws IOException {
    double[] all = new double[runs];
    double[] reading = new double[runs];
    double[] bare = new double[runs];
    for (int i = 0; i < runs; i++) {
      bare[i] = bare(pages);
      if (pages.size() > GROUPS / PAGE) {
        // What the run before left behind is not this one's cost.
        System.gc();
      }
      Took took = scan(pages, choice);
      all[i] = took.all();
      reading[i] = took.reading();
    }
    return new Took(
        new Samples(all).median(), new Samples(reading).median(), new Samples(bare).median());
  }

  private static double bare(List<byte[]> pages) throws IOException {
    long begin = System.nanoTime();
    for (byte[] page : pages) {
      try (JsonParser parser = Json.MAPPER.createParser(page)) {
        while (parser.nextToken() != null) {
          // It only stands still.
        }
      }
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  private static Took scan(List<byte[]> pages, Choice choice) throws IOException {
    long begin = System.nanoTime();
    OfferPages reader = new OfferPages();
    List<Offer> offers = new ArrayList<>();
    for (byte[] page : pages) {
      offers.addAll(reader.read(page).offers());
    }
    long read = System.nanoTime();
    OfferList list = OfferList.of(offers, choice);
    long end = System.nanoTime();
    if (list.kept().isEmpty() || list.kept().size() == offers.size()) {
      throw new IOException("the filter does nothing");
    }
    return new Took((end - begin) / 1e6, (read - begin) / 1e6, 0);
  }
}
