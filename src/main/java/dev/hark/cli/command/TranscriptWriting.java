package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.transcript.TextFile;
import dev.hark.transcript.export.Format;
import dev.hark.transcript.join.NoteWords;
import dev.hark.transcript.join.ReviewList;
import dev.hark.transcript.join.Transcript;
import dev.hark.transcript.join.UnsureSpot;
import dev.hark.wire.Json;
import dev.hark.wire.TranscriptJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say in which form a text leaves, and where it goes. */
final class TranscriptWriting {
  private static final String JSON = "json";

  @Option(
      names = "--format",
      paramLabel = "txt|srt|vtt|ctm|json",
      description = "transcript.option.format")
  private @Nullable String format;

  @Option(names = "--out", paramLabel = "FILE", description = "transcript.option.text-out")
  private @Nullable Path out;

  @Option(names = "--review", description = "transcript.option.review")
  private boolean review;

  /**
   * @throws Fault.Usage where the form is unknown
   */
  void check() {
    wanted();
  }

  /**
   * Writes a text into the file that was named, else as the result.
   *
   * @param recording a name for it
   * @throws Fault.Usage where the form is unknown
   */
  void write(Context context, Transcript transcript, String recording) {
    String wanted = wanted();
    Transcript read =
        transcript.with(
            new NoteWords(
                context.wording().say("transcript.note-unclear"),
                context.wording().say("transcript.note-no-answer")));
    List<UnsureSpot> spots = ReviewList.of(read);
    if (review) {
      context
          .output()
          .result(
              Map.of("review", TranscriptJson.of(recording, transcript).review()),
              spots.isEmpty()
                  ? List.of(Sentence.of("transcript.no-spot"))
                  : spots.stream().map(TranscriptWriting::line).toList());
      return;
    }
    if (out == null) {
      if (wanted.equals(JSON)) {
        context.output().text(json(transcript, recording));
      } else {
        context.output().text(text(wanted, read, recording).stripTrailing());
      }
      return;
    }
    TextFile.write(
        out,
        List.of(
            (wanted.equals(JSON) ? json(transcript, recording) : text(wanted, read, recording))
                .stripTrailing()));
    int words = transcript.words().size();
    context
        .output()
        .result(
            Map.of("words", words, "unsure", spots.size(), "out", out.toString()),
            List.of(
                Sentence.of("transcript.written", words, out.toString()),
                Sentence.of("transcript.spots", spots.size())));
  }

  /** What was asked for, else what the file's name ends with, else plain text. */
  private String wanted() {
    if (format != null) {
      String named = format.toLowerCase(Locale.ROOT);
      if (!named.equals(JSON) && Format.named(named).isEmpty()) {
        throw new Fault.Usage(Sentence.of("transcript.no-format", format));
      }
      return named;
    }
    String name = out == null ? "" : out.toString();
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return end.equals(JSON) || Format.named(end).isPresent() ? end : "txt";
  }

  private static String text(String format, Transcript transcript, String recording) {
    return Format.named(format).orElseThrow().of(transcript, recording);
  }

  private static String json(Transcript transcript, String recording) {
    return Json.MAPPER.valueToTree(TranscriptJson.of(recording, transcript)).toPrettyString();
  }

  private static Sentence line(UnsureSpot spot) {
    return Sentence.of(
        "transcript.spot",
        Duration.ofSeconds(spot.startMillis() / Duration.ofSeconds(1).toMillis()),
        spot.text(),
        String.join(" ", spot.before(), spot.text(), spot.after()).strip(),
        spot.expectedErrors());
  }
}
