package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.MoneyJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request settle ID}: pays what is disputed, or says why not. */
@Command(name = "settle", description = "transcript.command-settle")
final class SettleCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "transcript.option.compared")
  private String id = "";

  @Option(names = "--pay", description = "transcript.option.pay")
  private boolean pay;

  @Option(names = "--refuse", paramLabel = "WORDS", description = "transcript.option.refuse")
  private @Nullable String words;

  @Override
  protected ExitCode run(Context context) {
    if (pay == (words != null)) {
      throw new Fault.Usage(Sentence.of("transcript.settle-how"));
    }
    ComparedJson one;
    try (RequesterDesk desk = context.connection().requester()) {
      one = pay ? desk.texts().pay(id) : desk.texts().dismiss(id, Objects.requireNonNull(words));
    }
    MoneyJson paid = one.dispute() == null ? null : one.dispute().paid();
    context
        .output()
        .result(
            Map.of("compared", one),
            List.of(
                paid == null
                    ? Sentence.of("transcript.settled-not", id)
                    : Sentence.of("transcript.settled-paid", id, paid.toMoney())));
    return ExitCode.OK;
  }
}
