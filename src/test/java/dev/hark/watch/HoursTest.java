package dev.hark.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

@Requirement("WAT-3")
class HoursTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  @Test
  void hoursOverMidnightFollowTheClockOnTheWall() {
    Hours night = Hours.parse("22:00-07:00", AMSTERDAM);
    assertFalse(night.at(Instant.parse("2026-11-18T20:59:59Z")));
    assertTrue(night.at(Instant.parse("2026-11-18T21:00:00Z")));
    assertTrue(night.at(Instant.parse("2026-11-19T05:59:59Z")));
    assertFalse(night.at(Instant.parse("2026-11-19T06:00:00Z")));
    assertEquals(
        Instant.parse("2026-11-19T06:00:00Z"), night.end(Instant.parse("2026-11-18T23:00:00Z")));
    // In the night of 25 October 2026 the clock goes back, and the night has ten hours.
    assertTrue(night.at(Instant.parse("2026-10-24T20:00:00Z")));
    assertEquals(
        Instant.parse("2026-10-25T06:00:00Z"), night.end(Instant.parse("2026-10-24T20:00:00Z")));
  }

  @Test
  void hoursOfADayBeginAndEndOnIt() {
    Hours day = Hours.parse("9.30 - 17.00", AMSTERDAM);
    assertFalse(day.at(Instant.parse("2026-07-01T07:29:00Z")));
    assertTrue(day.at(Instant.parse("2026-07-01T07:30:00Z")));
    assertFalse(day.at(Instant.parse("2026-07-01T15:00:00Z")));
    assertEquals(
        Instant.parse("2026-07-02T07:30:00Z"), day.begin(Instant.parse("2026-07-01T07:30:00Z")));
  }

  @Test
  void whatAreNoHoursIsSaid() {
    for (String wrong : new String[] {"24:00-07:00", "22-7", "07:00-07:00", "22:60-07:00", ""}) {
      assertThrows(Fault.BadFile.class, () -> Hours.parse(wrong, AMSTERDAM), wrong);
    }
  }
}
