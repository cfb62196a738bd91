package dev.hark.filter;

import dev.hark.filter.Facts.Asked;
import dev.hark.filter.Facts.Reports;
import dev.hark.filter.Facts.Reviews;
import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import dev.hark.task.Need;
import dev.hark.task.Requester;
import dev.hark.task.TaskGroup;
import dev.hark.task.TaskKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Facts to judge: a fair transcription, but for what is said otherwise. */
final class FactsOf {
  private Optional<MoneyRange> hourly = Optional.of(PresetsTest.range(1500, 1900, "EUR"));
  private int timed = 12;
  private Optional<Money> floor = Optional.of(Money.of(1471, "EUR"));
  private Optional<Money> ownFloor = Optional.of(Money.of(1471, "EUR"));
  private Reviews reviews = rated(38, 4.6, 4.2, 0);
  private Set<Need> needs = Set.of(Need.HEARING);
  private String currency = "EUR";
  private String title = "Old broadcasts";
  private Optional<Facts.Earned> earned = Optional.empty();
  private Facts.Exchange exchange = Facts.Exchange.NONE;

  FactsOf hourly(long low, long high, String code) {
    hourly = Optional.of(PresetsTest.range(low, high, code));
    currency = code;
    return this;
  }

  FactsOf untimed() {
    hourly = Optional.empty();
    return this;
  }

  /** Nobody has done it yet. */
  FactsOf estimated() {
    timed = 0;
    return this;
  }

  FactsOf floor(long minor, String code) {
    floor = Optional.of(Money.of(minor, code));
    return this;
  }

  FactsOf noFloor() {
    floor = Optional.empty();
    ownFloor = Optional.empty();
    return this;
  }

  FactsOf unknownFloor(String code) {
    currency = code;
    floor = Optional.empty();
    return this;
  }

  FactsOf exchange(Facts.Exchange other) {
    exchange = other;
    return this;
  }

  FactsOf earned(long average, String code, boolean ranged) {
    earned = Optional.of(new Facts.Earned(Money.of(average, code), 40, ranged));
    return this;
  }

  FactsOf title(String other) {
    title = other;
    return this;
  }

  FactsOf reviews(Reviews other) {
    reviews = other;
    return this;
  }

  FactsOf needs(Need... some) {
    needs = Set.of(some);
    return this;
  }

  Facts facts() {
    TaskGroup group =
        new TaskGroup(
            "g",
            new Requester("r1", "Radio Archive"),
            title,
            TaskKind.TRANSCRIBE,
            Locale.of("en"),
            Money.of(18, currency),
            Duration.ofMinutes(6),
            5,
            needs,
            Optional.of(Duration.ofSeconds(8)),
            List.of("audio", "english"));
    return new Facts(
        group,
        hourly,
        hourly.isPresent() ? timed : 0,
        reviews,
        62,
        60,
        Optional.of(Duration.ofDays(2)),
        floor,
        new Facts.Me(Set.of(Need.HEARING, Need.SPEECH), ownFloor),
        exchange,
        earned);
  }

  static Reviews rated(int people, double overall, double lower, int unjust) {
    return new Reviews(
        Asked.RATED,
        Optional.empty(),
        people,
        OptionalDouble.of(overall),
        OptionalDouble.of(lower),
        OptionalDouble.empty(),
        new Reports(
            OptionalInt.of(unjust), OptionalInt.of(0), OptionalInt.of(0), OptionalInt.of(0)));
  }
}
