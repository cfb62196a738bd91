package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.Earnings;
import dev.hark.task.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hark earnings}: today, this week, pending, and per hour. */
@Command(name = "earnings", description = "cli.command.earnings")
public final class EarningsCommand extends HarkCommand {
  @Option(names = "--csv", paramLabel = "FILE", description = "pay.option.csv")
  private @Nullable Path csv;

  @Option(names = "--requester", paramLabel = "NAME", description = "pay.option.requester")
  private @Nullable String requester;

  @Override
  protected ExitCode run(Context context) {
    if (csv != null || requester != null) {
      return new WorkedReport(context, Optional.ofNullable(requester))
          .tell(Optional.ofNullable(csv));
    }
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Earnings earnings = context.market().earnings(ZoneId.systemDefault());
    List<Sentence> lines = new ArrayList<>();
    List<Map<String, Object>> json = new ArrayList<>();
    for (Earnings.Line line : earnings.lines()) {
      lines.add(Sentence.of("cli.earned", line.today(), line.week(), line.total(), line.pending()));
      line.month()
          .ifPresent(
              month ->
                  lines.add(Sentence.of("pay.month", month, line.projection(today).orElseThrow())));
      hourly(line)
          .ifPresent(
              hourly -> lines.add(Sentence.of("cli.earned-hourly", hourly, line.todayTasks())));
      json.add(json(line, today));
    }
    if (lines.isEmpty()) {
      lines.add(Sentence.of("cli.earned-nothing"));
    }
    context.output().result(Map.of("currencies", json), lines);
    return ExitCode.OK;
  }

  /** What today's work brings an hour, paid and pending; empty where nothing was done today. */
  private static Optional<Money> hourly(Earnings.Line line) {
    Duration work = line.todayWork();
    if (work.isZero() || line.todayTasks() == 0) {
      return Optional.empty();
    }
    long minor = line.today().minor() + line.pending().minor();
    return Optional.of(
        new Money(Math.round(minor * 3_600_000.0 / work.toMillis()), line.today().currency()));
  }

  private static Map<String, Object> json(Earnings.Line line, LocalDate today) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("currency", line.today().currency().getCurrencyCode());
    json.put("today", line.today().minor());
    json.put("week", line.week().minor());
    line.month().ifPresent(month -> json.put("month", month.minor()));
    line.projection(today).ifPresent(sum -> json.put("monthProjected", sum.minor()));
    json.put("total", line.total().minor());
    json.put("pending", line.pending().minor());
    json.put("todayTasks", line.todayTasks());
    json.put("todaySeconds", line.todayWork().toSeconds());
    hourly(line).ifPresent(hourly -> json.put("hourly", hourly.minor()));
    return json;
  }
}
