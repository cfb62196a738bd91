package dev.hark.cli.command;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.pay.Price;
import dev.hark.pay.WorkTimes;
import dev.hark.pay.Yardstick;
import dev.hark.task.Money;
import dev.hark.task.TaskKind;
import dev.hark.wire.MoneyJson;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reward held against a floor.
 *
 * @param reward for one task
 * @param time of one task
 * @param perHour what it brings an hour
 * @param floor an hour, in the currency of the reward
 * @param needed the least reward that reaches the floor
 */
record Pricing(Money reward, Duration time, Money perHour, Money floor, Money needed) {
  private static final double LONGEST = Duration.ofDays(7).toSeconds();

  static Pricing of(Money reward, Duration time, Money floor) {
    return new Pricing(reward, time, Price.perHour(reward, time), floor, Price.reward(floor, time));
  }

  /** With the least reward that reaches the floor. */
  static Pricing reaching(Money floor, Duration time) {
    return of(Price.reward(floor, time), time, floor);
  }

  boolean under() {
    return perHour.compareTo(floor) < 0;
  }

  Money missing() {
    return new Money(floor.minor() - perHour.minor(), floor.currency());
  }

  /** What the reward brings, and where it is under the floor, by how much. */
  Sentence sentence() {
    return under()
        ? Sentence.of("pay.under", reward, time, perHour, missing(), floor, needed)
        : Sentence.of("pay.reached", reward, time, perHour, floor);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reward", MoneyJson.of(reward));
    json.put("seconds", time.toMillis() / 1000.0);
    json.put("perHour", MoneyJson.of(perHour));
    json.put("floor", MoneyJson.of(floor));
    json.put("needed", MoneyJson.of(needed));
    json.put("under", under());
    return json;
  }

  /**
   * The floor in the currency of a reward.
   *
   * @throws Fault.Usage where no rate is known
   */
  static Money floor(Yardstick pay, Money own, Currency currency) {
    return pay.in(currency)
        .orElseThrow(() -> new Fault.Usage(Sentence.of("pay.no-rate", own.currency(), currency)));
  }

  /**
   * A time that somebody typed.
   *
   * @throws Fault.Usage where it is not between a second and a week
   */
  static Optional<Duration> time(@Nullable Double seconds) {
    if (seconds == null) {
      return Optional.empty();
    }
    if (!(seconds >= 1 && seconds <= LONGEST)) {
      throw new Fault.Usage(Sentence.of("pay.bad-seconds", seconds.toString()));
    }
    return Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /** The kind of that word, such as compare-audio. */
  static Optional<TaskKind> kind(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(TaskKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** All of them, as they are typed. */
  static String kinds() {
    return Arrays.stream(TaskKind.values())
        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }

  /** "Three quarters of workers took 95 seconds or less, ...". */
  static Sentence quarters(WorkTimes times) {
    return Sentence.of("pay.under-quarters", times.upper(), times.workers());
  }
}
