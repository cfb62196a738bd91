package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.pay.WorkTimes;
import dev.hark.pay.Yardstick;
import dev.hark.task.Money;
import dev.hark.task.TaskKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hark request price}: which reward brings a floor, or what a reward brings an hour. */
@Command(name = "price", description = "pay.command.price")
final class PriceCommand extends HarkCommand {
  @Option(names = "--seconds", paramLabel = "N", description = "pay.option.seconds")
  private @Nullable Double seconds;

  @Option(names = "--kind", paramLabel = "KIND", description = "pay.option.kind")
  private @Nullable String kind;

  @Mixin private FloorOptions floor = new FloorOptions();

  @Option(names = "--reward", paramLabel = "AMOUNT", description = "pay.option.reward")
  private @Nullable String reward;

  @Option(names = "--currency", paramLabel = "CODE", description = "pay.option.currency")
  private @Nullable String currency;

  @Override
  protected ExitCode run(Context context) {
    Optional<Duration> time = Pricing.time(seconds);
    if (time.isEmpty() && kind == null) {
      throw new Fault.Usage(Sentence.of("pay.need-time"));
    }
    Yardstick pay = floor.pay(context);
    Money own = pay.perHour().orElseThrow(() -> new Fault.Usage(Sentence.of("pay.none")));
    Currency into = currency == null ? own.currency() : Amounts.currency(currency);
    Money least = Pricing.floor(pay, own, into);
    Optional<Money> offered =
        Optional.ofNullable(reward).map(amount -> Amounts.parse(amount, into.getCurrencyCode()));
    Map<String, Object> json = new LinkedHashMap<>();
    List<Sentence> lines = new ArrayList<>();
    time.ifPresent(
        each -> {
          Pricing price = price(offered, each, least);
          lines.add(offered.isPresent() ? price.sentence() : reaching(price));
          json.putAll(price.json());
        });
    times(context)
        .ifPresent(
            times -> {
              Pricing price = price(offered, times.upper(), least);
              offered.ifPresentOrElse(
                  _ -> {
                    lines.add(price.sentence());
                    lines.add(Pricing.quarters(times));
                  },
                  () -> lines.add(quarters(price, times)));
              Map<String, Object> recorded = new LinkedHashMap<>(price.json());
              recorded.put("workers", times.workers());
              json.put("threeQuarters", recorded);
            });
    pay.from()
        .ifPresent(
            from ->
                lines.add(
                    Sentence.of(
                        "pay.floor-is", own, from.kind().words(), from.placeName(), from.whom())));
    if (!into.equals(own.currency())) {
      lines.add(Sentence.of("pay.rates-of", pay.rates().day()));
      json.put("rates", pay.rates().day());
    }
    lines.addAll(pay.doubts(Set.of(into)));
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  /** The times of this requester's groups, where a kind is named. */
  private Optional<WorkTimes> times(Context context) {
    String word = kind;
    if (word == null) {
      return Optional.empty();
    }
    TaskKind named =
        Pricing.kind(word)
            .orElseThrow(() -> new Fault.Usage(Sentence.of("pay.bad-kind", word, Pricing.kinds())));
    Optional<WorkTimes> times;
    try (RequesterDesk desk = context.connection().requester()) {
      times = WorkTimes.together(desk.times(named));
    }
    if (times.isEmpty() && seconds == null) {
      throw new Fault.Usage(Sentence.of("pay.no-times"));
    }
    return times;
  }

  private static Pricing price(Optional<Money> offered, Duration time, Money floor) {
    try {
      return offered
          .map(some -> Pricing.of(some, time, floor))
          .orElseGet(() -> Pricing.reaching(floor, time));
    } catch (ArithmeticException e) {
      throw new Fault.Usage(
          Sentence.of(
              "ledger.bad-amount",
              offered.map(Money::amount).orElseThrow().toString(),
              floor.currency().getCurrencyCode()));
    }
  }

  private static Sentence reaching(Pricing price) {
    return Sentence.of("pay.reward", price.reward(), price.perHour(), price.time());
  }

  private static Sentence quarters(Pricing price, WorkTimes times) {
    return Sentence.of(
        "pay.reward-quarters", price.reward(), price.floor(), times.upper(), times.workers());
  }
}
