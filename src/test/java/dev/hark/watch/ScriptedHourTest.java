package dev.hark.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.watch.CatchRules.Mode;
import dev.hark.watch.Told.Summary;
import dev.hark.watch.WatchPlan.Match;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour of watching and catching on a real hub, each minute as soon as the one before is done, so
 * that it passes about sixty times as fast. The hub is away for three minutes, and Hark itself is
 * started again.
 */
class ScriptedHourTest {
  private static final int QUEUE = 3;
  private static final int PER_DAY = 6;

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();
  private final List<String> keptBack = new ArrayList<>();
  private final List<Heard> ears = new ArrayList<>();

  @Test
  @Requirement({"WAT-1", "WAT-2", "WAT-3", "WAT-4", "WAT-6", "CAT-3"})
  void eachMatchIsToldOnceNoneIsMissedAndTheLimitsHold() {
    try (WatchedMarket market = new WatchedMarket(folder)) {
      WatchPlan plan =
          market.plan(Optional.of(Hours.parse("10:40-10:50", ZoneOffset.UTC)), market.paying(10));
      var running = start(market, plan);
      running.heard.awaitLine("nothing fits yet");
      String grown = "";
      for (int minute = 1; minute <= 60; minute++) {
        market.forward(Duration.ofMinutes(1));
        if (minute == 20) {
          // Whether this is told before or after the hub is away: once.
          told.add(market.publish(18, 3));
          market.stopHub();
        } else if (minute == 23) {
          market.startHub();
          told.add(market.publish(18, 3));
        } else if (minute < 20 || minute > 23) {
          if (minute % 3 == 0) {
            market.publish(5, 1);
          }
          if (minute % 2 == 0) {
            String group = market.publish(18, 3);
            hear(running, group, minute);
            grown = minute == 24 ? group : grown;
          }
        }
        if (minute == 25) {
          Heard ear = running.heard;
          told.forEach(group -> ear.awaitTold(group, 1));
          running.close();
          running = start(market, plan);
          running.heard.awaitLine("Watching for");
        }
        if (minute == 26) {
          market.extend(grown);
        }
        if (minute == 50) {
          running.heard.awaitLine("While it was quiet 5 tasks came that fit you; 5 still do.");
        }
        if (minute == 54) {
          running.heard.awaitTold(grown, 1);
        }
        if (minute < 20 || minute > 22) {
          assertTrue(held(market) <= QUEUE, "held in minute " + minute);
        }
      }
      running.close();
      for (String group : told) {
        assertEquals(group.equals(grown) ? 2 : 1, times(group), group);
      }
      keptBack.forEach(group -> assertEquals(0, times(group), group));
      assertEquals(new HashSet<>(keptBack), new HashSet<>(summed()));
      List<String> caught = caught();
      assertEquals(PER_DAY, caught.size(), caught::toString);
      assertEquals(PER_DAY, new HashSet<>(caught).size());
      assertEquals(
          1, lines().filter(line -> line.startsWith("The hub does not answer since 10:2")).count());
      assertEquals(1, lines().filter(line -> line.startsWith("The hub answers again")).count());
    }
  }

  private WatchedMarket.Running start(WatchedMarket market, WatchPlan plan) {
    CatchRules rules = new CatchRules(Mode.EVERY, QUEUE, PER_DAY, Optional.empty(), ZoneOffset.UTC);
    var running = market.catching(plan, rules, market.uri().toString());
    ears.add(running.heard);
    return running;
  }

  private void hear(WatchedMarket.Running running, String group, int minute) {
    if (minute >= 40 && minute < 50) {
      keptBack.add(group);
      running.awaitKeptBack(keptBack.size());
    } else {
      told.add(group);
      running.heard.awaitTold(group, 1);
    }
  }

  private static int held(WatchedMarket market) {
    try (HubMarketplace worker = market.worker()) {
      return worker.held().size();
    }
  }

  private long times(String group) {
    return ears.stream().mapToLong(ear -> ear.told(group)).sum();
  }

  private Stream<Told> all() {
    return ears.stream().flatMap(ear -> ear.all().stream());
  }

  private Stream<String> lines() {
    return ears.stream().flatMap(ear -> ear.lines().stream());
  }

  private List<String> summed() {
    return all()
        .filter(Summary.class::isInstance)
        .flatMap(summary -> ((Summary) summary).matches().stream())
        .map(Match::groupId)
        .toList();
  }

  private List<String> caught() {
    return all()
        .filter(Told.Caught.class::isInstance)
        .map(one -> ((Told.Caught) one).assignment().id())
        .toList();
  }
}
