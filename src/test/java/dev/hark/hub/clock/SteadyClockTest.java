package dev.hark.hub.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The machine's clock is set while a hub runs. */
class SteadyClockTest {
  private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

  private Instant machine = NOON;
  private long counter;
  private long asleep;
  private final Ticks ticks =
      new Ticks(() -> counter, () -> OptionalLong.of(counter + asleep + 7_000_000_000L));
  private final SteadyClock clock = new SteadyClock(() -> machine, ticks);

  /** Time really goes by, for the machine's clock and for its counter. */
  private void pass(Duration by) {
    counter += by.toNanos();
    machine = machine.plus(by);
  }

  @Test
  @Requirement("OPER-2")
  void aClockThatIsSetEndsNoLeaseAndProlongsNone() {
    for (Duration jump : new Duration[] {Duration.ofHours(5), Duration.ofDays(-400)}) {
      Instant before = clock.instant();
      machine = machine.plus(jump);
      pass(Duration.ofMinutes(1));
      assertEquals(before.plus(Duration.ofMinutes(1)), clock.instant());
    }
  }

  @Test
  @Requirement("OPER-2")
  void itIsLedToItsReferenceByASmallStepEachIntervalAndStaysThere() {
    machine = machine.plusMillis(1_200);
    for (long left : new long[] {1_200, 700, 200, 0, 0}) {
      assertEquals(Duration.ofMillis(left), clock.lead(machine));
      pass(SteadyClock.INTERVAL);
    }
    assertEquals(machine, clock.instant());
  }

  @Test
  @Requirement("OPER-2")
  void itNeverGoesBackwardsNorOvershootsWhileItIsLed() {
    machine = machine.minusSeconds(3_600);
    clock.lead(machine);
    Instant last = clock.instant();
    Instant start = last;
    for (int second = 1; second <= 90; second++) {
      pass(Duration.ofSeconds(1));
      assertTrue(clock.instant().isAfter(last), "second " + second);
      last = clock.instant();
    }
    assertEquals(
        start.plusSeconds(90).minus(SteadyClock.STEP), last, "the step is made once, however late");
  }

  @Test
  @Requirement("OPER-2")
  void theHoursThatAComputerSleptHaveGoneBy() {
    pass(Duration.ofMinutes(3));
    assertEquals(machine, clock.instant());
    asleep += Duration.ofHours(8).toNanos();
    machine = machine.plus(Duration.ofHours(8));
    pass(Duration.ofSeconds(5));
    assertEquals(machine, clock.instant());
    pass(Duration.ofSeconds(5));
    assertEquals(machine, clock.instant());
  }

  @Test
  @Requirement("OPER-2")
  void whatTheMachineIsUpIsReadTooCoarselyToMakeTimeOfIt() {
    for (int i = 0; i < 500; i++) {
      pass(Duration.ofSeconds(2));
      asleep += (i % 2 == 0 ? 1 : -1) * 1_500_000_000L;
      assertEquals(machine, clock.instant());
    }
  }

  @Test
  void thisMachinesTimeIsTold() {
    Instant before = Instant.now().minusSeconds(1);
    Instant told = new SteadyClock().instant();
    assertFalse(
        told.isBefore(before) || told.isAfter(Instant.now().plusSeconds(1)), told::toString);
  }
}
