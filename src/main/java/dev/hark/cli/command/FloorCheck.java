package dev.hark.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.fault.Fault;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.pay.WorkTimes;
import dev.hark.pay.Yardstick;
import dev.hark.task.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a requester beforehand that what they are about to post pays less than their floor.
 *
 * @param context for their floor, and to tell it
 * @param desk for the times of their groups
 * @param estimate how long they think that a task takes; empty for those times
 */
record FloorCheck(Context context, RequesterDesk desk, Optional<Duration> estimate) {

  /** Says it where it is so, and nothing where it is not or cannot be known. */
  void warn(JsonNode group) {
    Yardstick pay = Choosing.pay(context, LocalDate.now(ZoneId.systemDefault()));
    Optional<Money> reward = reward(group.path("reward"));
    Optional<Money> floor = reward.flatMap(some -> pay.in(some.currency()));
    if (floor.isEmpty()) {
      return;
    }
    Optional<WorkTimes> times = estimate.isPresent() ? Optional.empty() : times(group);
    Optional<Pricing> price =
        estimate
            .or(() -> times.map(WorkTimes::upper))
            .map(time -> Pricing.of(reward.orElseThrow(), time, floor.get()))
            .filter(Pricing::under);
    price.ifPresent(
        under -> {
          context.output().progress(under.sentence());
          times.map(Pricing::quarters).ifPresent(context.output()::progress);
          pay.doubts(Set.of(under.reward().currency())).forEach(context.output()::progress);
        });
  }

  private Optional<WorkTimes> times(JsonNode group) {
    try {
      return Pricing.kind(group.path("kind").asText())
          .flatMap(kind -> WorkTimes.together(desk.times(kind)));
    } catch (Fault.Refused e) {
      // A token that may only post: then nothing is known, which keeps nobody from posting.
      return Optional.empty();
    }
  }

  private static Optional<Money> reward(JsonNode json) {
    try {
      long minor = json.path("minor").asLong();
      return minor < 1
          ? Optional.empty()
          : Optional.of(Money.of(minor, json.path("currency").asText()));
    } catch (IllegalArgumentException e) {
      // The hub says what is wrong with it.
      return Optional.empty();
    }
  }
}
