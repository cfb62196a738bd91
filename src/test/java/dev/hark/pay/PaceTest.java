package dev.hark.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Requirement("AUD-21")
class PaceTest {
  @Test
  void groupsCountByTheirWorkersBesideWhatIsUsual() {
    assertEquals(Optional.empty(), Pace.together(List.of()));
    Pace many = Pace.together(List.of(new Pace(10, 30), new Pace(4, 15))).orElseThrow();
    assertEquals((10 * 30 + 4 * 15 + 6 * 5) / 50.0, many.factor(), 1e-9);
    assertEquals(45, many.workers());
  }

  @Test
  @Requirement("AUD-105")
  void aRangeGoesFromTheQuickerToTheSlowerQuarterBesideWhatIsUsual() {
    assertEquals(PaceRange.USUAL, PaceRange.recorded(0, 0, 0));
    PaceRange some = PaceRange.recorded(3 * 20, 9 * 20, 20);
    assertEquals((3 * 20 + 4 * 5) / 25.0, some.quick(), 1e-9);
    assertEquals((9 * 20 + 6 * 5) / 25.0, some.slow(), 1e-9);
    assertEquals(Duration.ofSeconds(24), PaceRange.USUAL.lower(Duration.ofSeconds(6)));
    assertEquals(Duration.ofSeconds(36), PaceRange.USUAL.upper(Duration.ofSeconds(6)));
  }

  @Test
  void oneWhoWasQuickDoesNotMakeThePrice() {
    Pace one = Pace.together(List.of(new Pace(0.5, 1))).orElseThrow();
    assertEquals(30.5 / 6, one.factor(), 1e-9);
    assertEquals(Duration.ofSeconds(36), Pace.USUAL.of(Duration.ofSeconds(6)));
    assertEquals(Duration.ofSeconds(5), Pace.USUAL.of(Duration.ofMillis(100)));
  }
}
