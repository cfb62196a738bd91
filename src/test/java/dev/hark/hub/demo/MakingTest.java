package dev.hark.hub.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.TestJvm;
import dev.hark.fault.Sentence;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The market is made once, whatever happens on the way. */
class MakingTest {
  private static final String COUNTS =
      "select (select count(*) from account where role = 'REQUESTER') || ' ' || (select count(*)"
          + " from task_group) || ' ' || (select count(*) from assignment) || ' ' || (select"
          + " count(*) from review) || ' ' || (select count(*) from review_history) || ' ' ||"
          + " (select count(*) from transfer)";

  @TempDir Path data;

  private Hub hub() {
    return Hub.start(HubConfig.embedded(data, "Demonstration market", true));
  }

  private static boolean fill(Hub hub) {
    return DemoMarket.fill(hub.services(), Clock.systemUTC(), sentence -> {});
  }

  private static String counts(Hub hub) {
    return hub.services()
        .store()
        .read(handle -> handle.createQuery(COUNTS).mapTo(String.class).one());
  }

  @Test
  @Requirement("DEM-9")
  void twoStartsAtOnceAndAThirdLaterMakeOneMarket() throws Exception {
    String once;
    try (Hub one = hub();
        Hub two = hub();
        var both = Executors.newFixedThreadPool(2)) {
      List<Callable<Boolean>> starts = List.of(() -> fill(one), () -> fill(two));
      int made = 0;
      for (var start : both.invokeAll(starts, 2, TimeUnit.MINUTES)) {
        made += start.get() ? 1 : 0;
      }
      assertEquals(1, made);
      once = counts(one);
      assertTrue(once.startsWith("11 40 "), once);
    }
    try (Hub third = hub()) {
      assertFalse(fill(third));
      assertEquals(once, counts(third));
    }
  }

  @Test
  @Requirement("DEM-9")
  void aMarketThatWasBeingMadeWhenItsProcessWasKilledIsMadeAnew() throws Exception {
    List<String> command = TestJvm.command(StoppedFill.class);
    command.add(data.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader()) {
      assertEquals(StoppedFill.HALF_WAY, out.readLine());
    } finally {
      process.destroyForcibly();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    }
    try (Hub after = hub()) {
      assertFalse(DemoMarket.made(after.services()));
      assertEquals("0 0 0 0 0 0", counts(after));
      assertTrue(fill(after));
      assertTrue(counts(after).startsWith("11 40 2214 202 0 "), counts(after));
    }
  }

  @Test
  @Requirement("DEM-12")
  void aLongWaitIsSaidOnceAndAgainWhenItIsOver() {
    List<String> heard = new ArrayList<>();
    CountDownLatch said = new CountDownLatch(1);
    boolean result =
        Wait.saying(
            sentence -> {
              heard.add(sentence.key());
              said.countDown();
            },
            Sentence.of("demo.making"),
            Sentence.of("demo.made"),
            () -> said.await(30, TimeUnit.SECONDS));
    assertTrue(result);
    assertEquals(List.of("demo.making", "demo.made"), heard);
  }

  @Test
  @Requirement("DEM-12")
  void aShortWaitIsNotWorthAWord() {
    List<String> heard = new ArrayList<>();
    Wait.saying(
        sentence -> heard.add(sentence.key()),
        Sentence.of("demo.making"),
        Sentence.of("demo.made"),
        () -> 1);
    assertEquals(List.of(), heard);
  }

  @Test
  @Requirement("DEM-13")
  void tenThousandPlainGroupsAreAddedInSeconds() throws IOException {
    try (Hub hub = hub()) {
      long start = System.nanoTime();
      DemoMarket.many(hub.services(), Clock.systemUTC(), 10_000);
      assertTrue(counts(hub).startsWith("20 10000 0 0 0 10020"), counts(hub));
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(60).toNanos());
    }
  }
}
