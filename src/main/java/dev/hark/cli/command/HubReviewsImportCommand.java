package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.hub.ReviewDesk;
import dev.hark.market.imports.ReviewFile;
import dev.hark.market.imports.Row;
import dev.hark.wire.ImportResultJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hark hub reviews import}: takes in a file of reviews from elsewhere. It is read twice:
 * once to see whether all of it makes sense, and then to send it, so that nothing is sent of a file
 * that has a fault.
 */
@Command(name = "import", description = "imported.command.import")
final class HubReviewsImportCommand extends HarkCommand {
  /** So many faults are told one by one; all are counted. */
  private static final int TOLD = 20;

  /** So many ids of unknown requesters are told one by one; of more, how many there are. */
  private static final int MOST_IDS = 200_000;

  private static final int MOST_SOURCE = 40;

  @Parameters(paramLabel = "FILE", description = "imported.param.file")
  private Path file = Path.of("");

  @Option(names = "--source", paramLabel = "NAME", description = "imported.option.source")
  private @Nullable String source;

  @Option(names = "--format", paramLabel = "FORMAT", description = "imported.option.format")
  private ReviewFile.@Nullable Format format;

  @Option(names = "--dry-run", description = "imported.option.dry-run")
  private boolean dryRun;

  @Option(names = "--skip-broken", description = "imported.option.skip-broken")
  private boolean skipBroken;

  @Override
  protected ExitCode run(Context context) {
    if (source != null && !source.strip().matches("[\\p{L}\\d][\\p{L}\\d .-]{0,39}")) {
      throw new Fault.Usage(Sentence.of("imported.bad-source", source, MOST_SOURCE));
    }
    ReviewFile reviews = new ReviewFile(file, Optional.ofNullable(format), Instant.now());
    Faults faults = new Faults();
    ReviewFile.Summary summary = reviews.read(faults::hear);
    if (!summary.ignored().isEmpty()) {
      context
          .output()
          .progress(Sentence.of("imported.ignored", String.join(", ", summary.ignored())));
    }
    if (faults.count > 0 && !skipBroken) {
      List<Sentence> lines = new ArrayList<>();
      lines.add(Sentence.of("imported.nothing-taken", faults.count, summary.rows()));
      lines.addAll(faults.lines());
      context.output().result(json(faults, new Total(), ""), lines);
      return ExitCode.BAD_FILE;
    }
    String from = source == null ? summary.site() : source.strip();
    Total total = new Total();
    try (ReviewDesk desk = context.connection().reviews(Tokens.Role.MODERATOR)) {
      ReviewDesk.Importing importing = desk.importing(from, dryRun, total::add);
      reviews.read(importing::add);
      importing.finish();
    }
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        Sentence.of(
            dryRun ? "imported.would-take" : "imported.taken", total.taken, from, total.already));
    lines.add(Sentence.of("imported.requesters", total.known.size(), total.unknown.size()));
    if (!total.unknown.isEmpty()) {
      lines.add(Sentence.of("imported.how-to-link"));
    }
    if (faults.count > 0) {
      lines.add(Sentence.of("imported.skipped", faults.count));
      lines.addAll(faults.lines());
    }
    context.output().result(json(faults, total, from), lines);
    return ExitCode.OK;
  }

  private Map<String, Object> json(Faults faults, Total total, String from) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dryRun", dryRun);
    json.put("source", from);
    json.put("taken", total.taken);
    json.put("already", total.already);
    json.put("broken", faults.count);
    json.put(
        "faults",
        faults.first.stream()
            .map(
                fault ->
                    Map.of(
                        "line", fault.line(), "column", fault.column(), "key", fault.why().key()))
            .toList());
    json.put("known", total.known);
    json.put("unknown", total.unknown);
    return json;
  }

  private static final class Faults {
    private final List<Row.Broken> first = new ArrayList<>();
    private int count;

    void hear(Row row) {
      if (row instanceof Row.Broken broken) {
        count++;
        if (first.size() < TOLD) {
          first.add(broken);
        }
      }
    }

    List<Sentence> lines() {
      List<Sentence> lines = new ArrayList<>();
      for (Row.Broken fault : first) {
        lines.add(
            fault.column().isEmpty()
                ? Sentence.of("imported.fault-row", Long.toString(fault.line()), fault.why())
                : Sentence.of(
                    "imported.fault", Long.toString(fault.line()), fault.column(), fault.why()));
      }
      if (count > first.size()) {
        lines.add(Sentence.of("imported.more-faults", count - first.size()));
      }
      return lines;
    }
  }

  private static final class Total {
    private final TreeSet<String> known = new TreeSet<>();
    private final TreeSet<String> unknown = new TreeSet<>();
    private int taken;
    private int already;

    void add(ImportResultJson result) {
      taken += result.taken();
      already += result.already();
      if (known.size() + unknown.size() < MOST_IDS) {
        known.addAll(result.known());
        unknown.addAll(result.unknown());
      }
    }
  }
}
