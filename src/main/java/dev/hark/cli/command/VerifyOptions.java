package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.PendingCalls;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.task.Money;
import dev.hark.wire.CheckRoundJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewCheckRoundJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for a second round of listening to what is unsure. */
final class VerifyOptions {
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

  boolean wanted() {
    return verify;
  }

  /**
   * Posts the round.
   *
   * @throws Fault.Usage where no reward was named
   */
  void post(Context context, RequesterDesk desk, String job) {
    if (reward == null) {
      throw new Fault.Usage(Sentence.of("transcript.verify-reward"));
    }
    Money each = Amounts.parse(reward, Amounts.currency(currency).getCurrencyCode());
    NewCheckRoundJson round =
        new NewCheckRoundJson(
            context.wording().say("transcript.verify-title"),
            context.wording().say("transcript.verify-prompt", "{text}"),
            context.wording().say("transcript.verify-yes"),
            context.wording().say("transcript.verify-no"),
            MoneyJson.of(each),
            workers,
            places,
            null);
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
}
