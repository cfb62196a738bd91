package dev.hark.hub.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Requirement("QUALITY-30")
class GoldDrawTest {
  private static List<Integer> golds(String secret, String worker, double rate, int tasks) {
    GoldDraw draw = new GoldDraw(secret, "group", worker);
    return IntStream.range(0, tasks).filter(i -> draw.isGold(i, rate)).boxed().toList();
  }

  @Test
  void goldComesAtTheStatedRateForEachWorker() {
    for (double rate : new double[] {0.05, 0.1, 0.3}) {
      int all = 0;
      for (int worker = 0; worker < 50; worker++) {
        all += golds("secret", "worker" + worker, rate, 400).size();
      }
      double mean = 20_000 * rate;
      double deviation = Math.sqrt(20_000 * rate * (1 - rate));
      assertEquals(mean, all, 4 * deviation, "rate " + rate);
    }
    assertEquals(List.of(), golds("secret", "worker", 0, 400));
  }

  @Test
  void itIsTheSameAgainAndAnotherForAnotherSecretOrWorker() {
    assertEquals(golds("secret", "a", 0.1, 400), golds("secret", "a", 0.1, 400));
    assertNotEquals(golds("secret", "a", 0.1, 400), golds("secret", "b", 0.1, 400));
    assertNotEquals(golds("secret", "a", 0.1, 400), golds("other", "a", 0.1, 400));
  }

  @Test
  void aWorkerWalksOverAllGoldWithoutMeetingAnyTwice() {
    Set<List<Integer>> orders = new HashSet<>();
    for (int count : new int[] {1, 2, 3, 4, 7, 12, 100}) {
      for (int worker = 0; worker < 20; worker++) {
        GoldDraw draw = new GoldDraw("secret", "group", "worker" + worker);
        List<Integer> met =
            IntStream.range(0, count).map(i -> draw.which(i, count)).boxed().toList();
        assertEquals(count, new HashSet<>(met).size(), met.toString());
        assertTrue(met.stream().allMatch(number -> number >= 0 && number < count));
        orders.add(met);
      }
    }
    assertTrue(orders.size() > 40, "only " + orders.size() + " orders");
  }
}
