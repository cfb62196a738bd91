package dev.hark.market;

import dev.hark.pay.HourlyPay;
import dev.hark.review.Attribute;
import dev.hark.review.Standing;
import dev.hark.review.Tally;
import dev.hark.review.Voice;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Requester;
import dev.hark.task.TaskGroup;
import dev.hark.task.TaskKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Offers to judge, each a variation of a fair transcription. */
public final class Offers {
  private Offers() {}

  /** 18 cents, 15 to 19 euros an hour, 38 people mark 4.6. */
  public static Offer fair(String id) {
    return new Offer(
        group(id, Set.of(Need.HEARING)),
        rated(38, 0),
        Optional.of(new HourlyPay(Money.of(1500, "EUR"), Money.of(1900, "EUR"), 12)),
        62,
        60,
        Optional.of(Duration.ofDays(2)));
  }

  public static TaskGroup group(String id, Set<Need> needs) {
    return new TaskGroup(
        id,
        new Requester("r-" + id, "Radio Archive"),
        "Old broadcasts",
        TaskKind.TRANSCRIBE,
        Locale.of("en"),
        Money.of(18, "EUR"),
        Duration.ofMinutes(6),
        5,
        needs,
        Optional.of(Duration.ofSeconds(8)),
        List.of("audio", "english"));
  }

  /** The same group for another reward. */
  static TaskGroup rewarded(TaskGroup group, int cents) {
    return new TaskGroup(
        group.id(),
        group.requester(),
        group.title(),
        group.kind(),
        group.language(),
        Money.of(cents, "EUR"),
        group.allowed(),
        group.available(),
        group.needs(),
        group.audioLength(),
        group.keywords());
  }

  /** So many people, mean 4.6 where they are a multiple of five, of whom some report rejections. */
  public static Standing rated(int people, int unjust) {
    Tally tally = Tally.EMPTY;
    for (int i = 0; i < people; i++) {
      int mark = i % 5 < 3 ? 5 : 4;
      tally =
          tally.plus(
              new Voice(Map.of(Attribute.PAY, mark, Attribute.FAIRNESS, mark), i < unjust, false));
    }
    return new Standing.Rated(tally.rating().orElseThrow());
  }

  public static Offer with(Offer offer, Standing standing) {
    return new Offer(
        offer.group(),
        standing,
        offer.hourly(),
        offer.decided(),
        offer.approved(),
        offer.timeToPay());
  }

  public static Offer with(Offer offer, TaskGroup group) {
    return new Offer(
        group,
        offer.standing(),
        offer.hourly(),
        offer.decided(),
        offer.approved(),
        offer.timeToPay());
  }

  public static Offer paying(Offer offer, Optional<HourlyPay> hourly) {
    return new Offer(
        offer.group(),
        offer.standing(),
        hourly,
        offer.decided(),
        offer.approved(),
        offer.timeToPay());
  }

  public static Optional<HourlyPay> hourly(long low, long high, String currency) {
    return Optional.of(new HourlyPay(Money.of(low, currency), Money.of(high, currency), 9));
  }
}
