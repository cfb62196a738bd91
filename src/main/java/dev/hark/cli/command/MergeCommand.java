package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.transcript.Answer;
import dev.hark.transcript.CrowdFile;
import dev.hark.transcript.MergedPiece;
import dev.hark.transcript.Merger;
import dev.hark.transcript.Rover;
import dev.hark.transcript.TextFile;
import dev.hark.transcript.WorkerQuality;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hark transcript merge}: one text of several answers to each piece. */
@Command(name = "merge", description = "transcript.command-merge")
final class MergeCommand extends HarkCommand {
  private static final int MOST_TOLD = 20;

  /** How answers are merged. */
  enum Method {
    HARK,
    ROVER
  }

  @Mixin private CrowdOptions crowd = new CrowdOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "transcript.option.out")
  private @Nullable Path out;

  @Option(names = "--method", paramLabel = "hark|rover", description = "transcript.option.method")
  private Method method = Method.HARK;

  @Option(
      names = "--workers-out",
      paramLabel = "FILE",
      description = "transcript.option.workers-out")
  private @Nullable Path workersOut;

  @Override
  protected ExitCode run(Context context) {
    // Classic ROVER takes words as they are written.
    CrowdFile read = method == Method.ROVER ? crowd.read(Locale.ROOT) : crowd.read();
    Optional<Merger.Merged> merged =
        method == Method.HARK || workersOut != null
            ? Optional.of(crowd.merge(read))
            : Optional.empty();
    AtomicLong empty = new AtomicLong();
    TextFile.write(
        Objects.requireNonNull(out),
        lines -> {
          Consumer<MergedPiece> taker =
              piece -> {
                empty.addAndGet(piece.words().isEmpty() ? 1 : 0);
                lines.accept(piece.id() + "\t" + piece.text());
              };
          if (method == Method.HARK) {
            merged.orElseThrow().forEach(taker);
          } else {
            read.pieces().stream().map(Rover::merge).forEach(taker);
          }
        });
    if (workersOut != null) {
      TextFile.write(workersOut, workers(merged.orElseThrow().workers()));
    }
    long people =
        read.pieces().stream()
            .flatMap(piece -> piece.answers().stream())
            .map(Answer::worker)
            .distinct()
            .count();
    int answers = read.pieces().stream().mapToInt(piece -> piece.answers().size()).sum();
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        Sentence.of("transcript.merged", answers, people, read.pieces().size(), out.toString()));
    if (empty.get() > 0) {
      lines.add(Sentence.of("transcript.merged-empty", empty.get()));
    }
    if (read.cut() > 0) {
      lines.add(Sentence.of("transcript.cut", read.cut()));
    }
    List<String> copying =
        merged.map(Merger.Merged::copying).orElseGet(Set::of).stream()
            .map(pair -> pair.one() + " = " + pair.other())
            .toList();
    if (!copying.isEmpty()) {
      lines.add(
          Sentence.of(
              "transcript.copying",
              copying.size(),
              String.join(", ", copying.subList(0, Math.min(MOST_TOLD, copying.size())))));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pieces", read.pieces().size());
    json.put("answers", answers);
    json.put("workers", people);
    json.put("empty", empty.get());
    json.put("cut", read.cut());
    json.put("copying", copying);
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  private static List<String> workers(Map<String, WorkerQuality> workers) {
    List<String> lines = new ArrayList<>(List.of("worker\tanswers\twords\terror_rate"));
    workers.forEach(
        (worker, quality) ->
            lines.add(
                String.join(
                    "\t",
                    worker,
                    Long.toString(quality.answers()),
                    Long.toString(quality.words()),
                    String.format(Locale.ROOT, "%.4f", quality.errorRate()))));
    return lines;
  }
}
