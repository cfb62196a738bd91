package dev.hark.hub.demo;

import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that begins to make a market, and half way waits to be killed. */
final class StoppedFill {
  static final String HALF_WAY = "half way";

  /** Accounts ask for the time about 90 times, media and groups 250 times more. */
  private static final int ASKED = 200;

  private StoppedFill() {}

  public static void main(String[] args) {
    Clock clock = new StoppingClock();
    HubConfig config = HubConfig.embedded(Path.of(args[0]), "Demonstration market", true);
    try (Hub hub = Hub.start(config.withClock(clock))) {
      DemoMarket.fill(hub.services(), clock, sentence -> {});
    }
  }

  private static final class StoppingClock extends Clock {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Instant instant() {
      if (asked.incrementAndGet() == ASKED) {
        System.out.println(HALF_WAY);
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return Instant.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
