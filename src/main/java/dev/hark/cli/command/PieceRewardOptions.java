package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.recording.JobOptions;
import dev.hark.cli.recording.PiecePrice;
import dev.hark.cli.recording.Recording;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.pay.Price;
import dev.hark.pay.Yardstick;
import dev.hark.task.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what pieces of a recording are paid. */
final class PieceRewardOptions {
  @Option(names = "--reward", paramLabel = "AMOUNT", description = "recording.option.reward")
  private @Nullable String reward;

  @Option(names = "--bonus", paramLabel = "AMOUNT", description = "recording.option.bonus")
  private @Nullable String bonus;

  @Option(names = "--budget", paramLabel = "AMOUNT", description = "recording.option.budget")
  private @Nullable String budget;

  @Option(
      names = "--word-worth",
      paramLabel = "AMOUNT",
      description = "recording.option.word-worth")
  private @Nullable String wordWorth;

  @Option(names = "--currency", paramLabel = "CODE", description = "pay.option.currency")
  private @Nullable String currency;

  @Option(names = "--seconds", paramLabel = "N", description = "recording.option.seconds")
  private @Nullable Double seconds;

  /** All that was typed of these, for telling one posting from another. */
  String typed() {
    return String.join("\n", String.valueOf(reward), String.valueOf(bonus), String.valueOf(budget))
        + (wordWorth == null ? "" : "\n" + wordWorth);
  }

  /**
   * What recordings cost by these options.
   *
   * @throws Fault.Usage where they make no sense, or the budget is too small
   */
  Quote quote(
      Context context,
      RequesterDesk desk,
      FloorOptions floor,
      int feeBasisPoints,
      List<Recording> recordings,
      JobOptions asked,
      double gold) {
    Yardstick yardstick = floor.pay(context);
    Optional<Money> own = yardstick.perHour();
    if (own.isEmpty() && (reward == null || currency == null)) {
      throw new Fault.Usage(Sentence.of(reward == null ? "pay.none" : "recording.no-currency"));
    }
    Currency into = currency == null ? own.orElseThrow().currency() : Amounts.currency(currency);
    Optional<Money> least = own.map(some -> Pricing.floor(yardstick, some, into));
    Duration sound = Quote.mean(recordings);
    PieceTimes times = PieceTimes.of(desk, asked.language());
    Duration time = Pricing.time(seconds).orElseGet(() -> times.pace().of(sound));
    Money each =
        reward == null
            ? Price.reward(least.orElseThrow(), time)
            : Amounts.parse(reward, into.getCurrencyCode());
    PiecePrice price =
        new PiecePrice(
            each,
            bonus == null ? 0 : Amounts.parse(bonus, into.getCurrencyCode()).minor(),
            feeBasisPoints);
    Optional<Money> limit =
        Optional.ofNullable(budget).map(most -> Amounts.parse(most, into.getCurrencyCode()));
    Optional<Money> worth =
        Optional.ofNullable(wordWorth).map(word -> Amounts.parse(word, into.getCurrencyCode()));
    Quote quote =
        new Quote(
            recordings,
            price,
            asked.least(limit.isPresent() || worth.isPresent() || asked.target().isPresent()),
            asked.most(),
            asked.repeats(),
            gold,
            limit,
            worth,
            time,
            seconds == null,
            times,
            Locale.forLanguageTag(asked.language()),
            least);
    quote.requireBudget();
    return quote;
  }
}
