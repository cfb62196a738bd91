package dev.hark.pay;

import dev.hark.task.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The lowest pay per hour of a place, by its law or by what is needed to live on there: what a
 * worker may hold task pay against.
 *
 * @param place ISO 3166 code in lower case: of a country, such as {@code nl}, or of a part of one
 * @param kind by law, or to live on
 * @param from the day it began
 * @param until the last day for which it is known to hold; empty where no end is known
 * @param perHour the amount
 * @param whom for whom, such as "21 and over"
 * @param source the law or the publication it stands in
 */
public record PayFloor(
    String place,
    FloorKind kind,
    LocalDate from,
    Optional<LocalDate> until,
    Money perHour,
    String whom,
    String source) {

  /** Whether a day lies behind what is known, so that another may be in force. */
  public boolean isOld(LocalDate day) {
    return until.isPresent() && day.isAfter(until.get());
  }

  /** The place as people write it, such as NL. */
  public String placeName() {
    return place.toUpperCase(Locale.ROOT);
  }
}
