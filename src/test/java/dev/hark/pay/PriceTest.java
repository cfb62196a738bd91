package dev.hark.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.task.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceTest {
  private static final Money FLOOR = Money.of(1471, "EUR");

  @Test
  @Requirement("PAY-10")
  void ninetyFiveSecondsAtTheDutchFloorAreThirtyNineCents() {
    Duration time = Duration.ofSeconds(95);

    assertEquals(Money.of(39, "EUR"), Price.reward(FLOOR, time));
    assertEquals(Money.of(1477, "EUR"), Price.perHour(Money.of(39, "EUR"), time));
    assertEquals(Money.of(1440, "EUR"), Price.perHour(Money.of(38, "EUR"), time));
    assertEquals(FLOOR, Price.reward(FLOOR, Duration.ofHours(1)));
    assertEquals(Money.of(1, "EUR"), Price.reward(FLOOR, Duration.ofMillis(1)));
  }

  @Test
  @Requirement("PAY-10")
  void theRewardReachesTheFloorAndOneMinorUnitLessDoesNot() {
    Random random = new Random(22);
    for (int round = 0; round < 5_000; round++) {
      Money floor = Money.of(1 + random.nextInt(20_000), "EUR");
      Duration time = Duration.ofMillis(1 + random.nextInt(10_000_000));
      Money reward = Price.reward(floor, time);
      assertTrue(Price.perHour(reward, time).compareTo(floor) >= 0, floor + " " + time);
      if (reward.minor() > 1) {
        Money less = new Money(reward.minor() - 1, reward.currency());
        assertTrue(Price.perHour(less, time).compareTo(floor) < 0, floor + " " + time);
      }
    }
  }

  @Test
  @Requirement("PAY-10")
  void whatNobodyCouldPayIsNoPrice() {
    Money most = Money.of(Long.MAX_VALUE, "EUR");

    assertThrows(ArithmeticException.class, () -> Price.perHour(most, Duration.ofSeconds(1)));
    assertThrows(ArithmeticException.class, () -> Price.reward(most, Duration.ofDays(7)));
  }

  @Test
  @Requirement("PAY-11")
  void timesOfSeveralGroupsWeighByTheirWorkers() {
    WorkTimes many = new WorkTimes(Duration.ofSeconds(10), Duration.ofSeconds(20), 9);
    WorkTimes one = new WorkTimes(Duration.ofSeconds(20), Duration.ofSeconds(120), 1);

    assertEquals(
        Optional.of(new WorkTimes(Duration.ofSeconds(11), Duration.ofSeconds(30), 10)),
        WorkTimes.together(List.of(many, one)));
    assertEquals(Optional.of(one), WorkTimes.together(List.of(one)));
    assertEquals(Optional.empty(), WorkTimes.together(List.of()));
  }
}
