package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.hub.AccountDesk;
import dev.hark.wire.AuditEntryJson;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hark hub audit}: who did what on a hub, for its operator. */
@Command(name = "audit", description = "account.command.hub-audit")
final class HubAuditCommand extends HarkCommand {
  @Option(names = "--actor", paramLabel = "ACCOUNT", description = "account.option.actor")
  private @Nullable String actor;

  @Option(names = "--deed", paramLabel = "DEED", description = "account.option.deed")
  private @Nullable String deed;

  @Option(names = "--subject", paramLabel = "ID", description = "account.option.subject")
  private @Nullable String subject;

  @Option(names = "--limit", paramLabel = "N", description = "account.option.limit")
  private int limit = 50;

  @Override
  protected ExitCode run(Context context) {
    List<AuditEntryJson> entries;
    try (AccountDesk desk = context.connection().account(Tokens.Role.OPERATOR)) {
      entries =
          desk.audit(
              Optional.ofNullable(actor),
              Optional.ofNullable(deed),
              Optional.ofNullable(subject),
              Math.max(1, limit));
    }
    List<Sentence> lines = new ArrayList<>();
    for (AuditEntryJson entry : entries) {
      lines.add(line(context.wording(), entry));
    }
    if (lines.isEmpty()) {
      lines.add(Sentence.of("account.no-entry"));
    }
    context.output().result(Map.of("entries", entries), lines);
    return ExitCode.OK;
  }

  /** A newer hub may know deeds that have no words here: their code says what they are. */
  private static Sentence line(Wording wording, AuditEntryJson entry) {
    String key = "audit." + entry.deed();
    return Sentence.of(
        wording.knows(key) ? key : "account.entry",
        entry.at(),
        entry.actor(),
        entry.subject(),
        entry.times(),
        entry.deed());
  }
}
