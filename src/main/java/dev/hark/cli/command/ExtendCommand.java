package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.PendingCalls;
import dev.hark.market.hub.PostedGroup;
import dev.hark.market.hub.RequesterDesk;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request extend}: asks for more answers, or gives more time. */
@Command(name = "extend", description = "cli.command.request-extend")
final class ExtendCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "cli.request.group")
  private String id = "";

  @Option(names = "--answers", paramLabel = "NUMBER", description = "cli.extend.answers")
  private int answers;

  @Option(names = "--until", paramLabel = "TIME", description = "cli.extend.until")
  private @Nullable String until;

  @Override
  protected ExitCode run(Context context) {
    Optional<Instant> end = Optional.ofNullable(until).map(ExtendCommand::time);
    if (answers < 1 && end.isEmpty()) {
      throw new Fault.Usage(Sentence.of("posted.extend-which"));
    }
    PostedGroup group;
    try (RequesterDesk desk = context.connection().requester()) {
      group =
          new PendingCalls(context.folders().made())
              .once(
                  String.join(
                      "\n", "extend", context.connection().market(), id, answers + " " + end),
                  () -> "",
                  (key, nothing) -> desk.extend(id, answers, end, key));
    }
    context
        .output()
        .result(
            PostedWords.json(group),
            List.of(Sentence.of("posted.extended", id), PostedWords.answers(group)));
    return ExitCode.OK;
  }

  /** A day ends at midnight where the requester lives. */
  private static Instant time(String text) {
    ZoneId here = ZoneId.systemDefault();
    try {
      return text.length() <= 10
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(here).toInstant()
          : LocalDateTime.parse(text.replace(' ', 'T')).atZone(here).toInstant();
    } catch (DateTimeException e) {
      throw new Fault.Usage(Sentence.of("posted.bad-time", text));
    }
  }
}
