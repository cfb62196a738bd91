package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.task.Mark;
import dev.hark.transcript.CrowdFile;
import dev.hark.transcript.MergedPiece;
import dev.hark.transcript.join.Joining;
import dev.hark.transcript.join.Note;
import dev.hark.transcript.join.PieceFile;
import dev.hark.transcript.join.Segment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hark transcript export}: the answers to a recording's pieces as one text. */
@Command(name = "export", description = "transcript.command-export")
final class ExportCommand extends HarkCommand {
  @Mixin private CrowdOptions crowd = new CrowdOptions();

  @Option(
      names = "--pieces",
      required = true,
      paramLabel = "FILE",
      description = "transcript.option.pieces")
  private @Nullable Path pieces;

  @Mixin private TranscriptWriting writing = new TranscriptWriting();

  @Override
  protected ExitCode run(Context context) {
    Path times = Objects.requireNonNull(pieces);
    List<PieceFile.Place> places = PieceFile.read(times);
    CrowdFile read = crowd.read();
    Map<String, MergedPiece> merged = new HashMap<>();
    crowd.merge(read).pieces().forEach(piece -> merged.put(piece.id(), piece));
    List<Segment> segments =
        places.stream().map(place -> segment(place, merged, read.marked())).toList();
    long empty = segments.stream().filter(one -> one.note() == Note.NO_ANSWER).count();
    if (empty > 0) {
      context.output().progress(Sentence.of("transcript.unanswered", empty));
    }
    if (!merged.isEmpty()) {
      context
          .output()
          .progress(Sentence.of("transcript.no-place", merged.size(), times.toString()));
    }
    writing.write(context, Joining.join(segments), name(times));
    return ExitCode.OK;
  }

  /** Takes a piece's text. */
  private static Segment segment(
      PieceFile.Place place, Map<String, MergedPiece> merged, Map<String, Mark> marked) {
    MergedPiece piece = merged.remove(place.id());
    Mark mark = marked.get(place.id());
    Note said = mark == null ? Note.NONE : Note.valueOf(mark.name());
    return new Segment(
        place.id(),
        place.startMillis(),
        place.endMillis(),
        piece == null ? List.of() : piece.words(),
        piece == null ? Note.NO_ANSWER : said);
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
