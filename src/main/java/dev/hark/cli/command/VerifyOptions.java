package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.recording.PiecePrice;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.PendingCalls;
import dev.hark.market.hub.MoneyDesk;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.task.Money;
import dev.hark.transcript.join.ReviewList;
import dev.hark.transcript.join.Transcript;
import dev.hark.wire.CheckRoundJson;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewCheckRoundJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for a second round of listening to what is unsure. */
final class VerifyOptions {
  private static final Duration CHOOSING = Duration.ofSeconds(5);

  @Option(names = "--verify", description = "transcript.option.verify")
  private boolean verify;

  @Option(
      names = "--reward",
      paramLabel = "AMOUNT",
      description = "transcript.option.verify-reward")
  private @Nullable String reward;

  @Option(names = "--currency", paramLabel = "CODE", description = "ledger.option.currency")
  private String currency = "EUR";

  @Option(names = "--workers", paramLabel = "N", description = "transcript.option.verify-workers")
  private int workers = 3;

  @Option(names = "--places", paramLabel = "N", description = "transcript.option.verify-places")
  private int places = 100;

  @Option(names = "--seconds", paramLabel = "N", description = "transcript.option.verify-seconds")
  private @Nullable Double seconds;

  boolean wanted() {
    return verify;
  }

  /**
   * Posts the round, and tells what it may cost, and where it pays less than the floor.
   *
   * @throws Fault.Usage where no reward was named
   */
  void post(Context context, RequesterDesk desk, String job) {
    if (reward == null) {
      throw new Fault.Usage(Sentence.of("transcript.verify-reward"));
    }
    Money each = Amounts.parse(reward, Amounts.currency(currency).getCurrencyCode());
    Transcript text = desk.texts().transcript(job).transcript();
    long asked = Math.min(places, ReviewList.of(text).size());
    if (asked > 0) {
      tellPrice(context, desk, each, asked * workers, text);
    }
    NewCheckRoundJson round =
        new NewCheckRoundJson(
            context.wording().say("transcript.verify-title"),
            context.wording().say("transcript.verify-prompt", "{text}"),
            context.wording().say("transcript.verify-yes"),
            context.wording().say("transcript.verify-no"),
            MoneyJson.of(each),
            workers,
            places,
            null,
            context.wording().say("transcript.note-unclear"),
            context.wording().say("transcript.note-no-speech"),
            context.wording().say("transcript.note-no-answer"));
    CheckRoundJson posted =
        new PendingCalls(context.folders().made())
            .once(
                String.join("\n", "verify", context.connection().market(), job, round.toString()),
                () -> "",
                (key, nothing) -> desk.texts().check(job, round, key));
    String group = posted.groupId();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("places", posted.places());
    if (group != null) {
      json.put("groupId", group);
    }
    context
        .output()
        .result(
            json,
            List.of(
                group == null
                    ? Sentence.of("transcript.verify-none")
                    : Sentence.of(
                        "transcript.verify-posted", posted.places(), workers, each, group)));
  }

  private void tellPrice(
      Context context, RequesterDesk desk, Money each, long answers, Transcript text) {
    int fee;
    try (MoneyDesk money = context.connection().requesterMoney()) {
      fee = money.funds().feeBasisPoints();
    }
    Money all = new PiecePrice(each, 0, fee).all(answers);
    context.output().progress(Sentence.of("recording.cost", answers, all));
    Duration time = Pricing.time(seconds).orElseGet(() -> time(text));
    new FloorCheck(context, desk, Optional.of(time))
        .warn(Json.MAPPER.valueToTree(Map.of("reward", MoneyJson.of(each))));
  }

  /** Each place is heard in its piece, twice, and then chosen. */
  private static Duration time(Transcript text) {
    double mean =
        text.passages().stream()
            .mapToLong(one -> one.endMillis() - one.startMillis())
            .average()
            .orElse(0);
    return Duration.ofMillis(Math.round(2 * mean)).plus(CHOOSING);
  }
}
