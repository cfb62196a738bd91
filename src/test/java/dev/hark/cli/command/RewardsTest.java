package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.market.OwnRatings;
import dev.hark.pay.Earned;
import dev.hark.pay.WorkTimes;
import dev.hark.pay.Yardstick;
import dev.hark.task.Money;
import dev.hark.task.TaskKind;
import dev.hark.wording.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which reward would bring three quarters of a requester's workers to the floor. */
class RewardsTest {
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
  private static final Yardstick FLOOR = Yardstick.own(Optional.of(Money.of(1471, "EUR")));
  private static final Map<TaskKind, WorkTimes> TIMES =
      Map.of(TaskKind.TRANSCRIBE, new WorkTimes(Duration.ofSeconds(40), Duration.ofSeconds(95), 9));

  @Test
  @Requirement("PAY-25")
  void theRewardIsForTheSlowestOfThreeQuartersOfTheWorkers() {
    assertEquals(
        List.of(
            "Transcribe speech: 39 cents a task would bring three quarters of workers"
                + " 14 euros 71 an hour or more. They take 1 minute 35 seconds or less, by the"
                + " times of 9 workers."),
        said(paidIn("EUR"), TIMES));
    assertEquals(
        List.of("Which reward would bring the floor is not known yet: nobody's time is."),
        said(paidIn("EUR"), Map.of()));
  }

  @Test
  @Requirement("PAY-25")
  void theRewardIsInTheCurrencyThatIsPaidWhereARateIsKnown() {
    assertEquals("USD", reward(paidIn("USD")).getCurrencyCode());
    assertEquals("EUR", reward(paidIn("KES")).getCurrencyCode());
    assertEquals(
        Map.of(), RatingsCommand.prices(Yardstick.own(Optional.empty()), paidIn("EUR"), TIMES));
  }

  private static Currency reward(OwnRatings own) {
    return Objects.requireNonNull(RatingsCommand.prices(FLOOR, own, TIMES).get(TaskKind.TRANSCRIBE))
        .reward()
        .currency();
  }

  private static List<String> said(OwnRatings own, Map<TaskKind, WorkTimes> times) {
    List<Sentence> lines = new ArrayList<>();
    RatingsCommand.prices(times, RatingsCommand.prices(FLOOR, own, times), lines);
    return lines.stream().map(ENGLISH::say).toList();
  }

  private static OwnRatings paidIn(String currency) {
    return new OwnRatings(
        "r1",
        Optional.empty(),
        0,
        3,
        3,
        Optional.empty(),
        List.of(
            new OwnRatings.Pay(
                new Earned(Money.of(1200, currency), Optional.empty(), 3), Optional.empty())),
        List.of(),
        Optional.empty());
  }
}
