package dev.hark.cli.command;

import dev.hark.audio.decode.SeekableSound;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.session.Sounding;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.HubComparisons;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.RepeatedJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark compared}: one's answers beside what all answers to the same piece say together. */
@Command(name = "compared", description = "transcript.command-compared")
public final class ComparedCommand extends HarkCommand {
  @Parameters(arity = "0..1", paramLabel = "ID", description = "transcript.option.compared")
  private @Nullable String id;

  @Option(names = "--play", description = "transcript.option.play")
  private boolean play;

  @Option(names = "--sound-to", paramLabel = "DIR", description = "cli.option.sound-to")
  private @Nullable Path soundTo;

  @Override
  protected ExitCode run(Context context) {
    if (play && id == null) {
      throw new Fault.Usage(Sentence.of("transcript.play-which"));
    }
    try (HubComparisons market = context.connection().comparisons()) {
      List<ComparedJson> all = id == null ? market.all() : List.of(market.one(id));
      List<Sentence> lines = new ArrayList<>();
      all.forEach(one -> lines.addAll(ComparedWords.toWorker(one)));
      if (lines.isEmpty()) {
        lines.add(Sentence.of("transcript.none-compared"));
      }
      Map<String, Object> json = new LinkedHashMap<>(Map.of("compared", all));
      if (id == null) {
        twice(market.repeated(), json, lines);
      }
      context.output().result(json, lines);
      if (play) {
        play(context, market, all.getFirst().mediumId());
      }
    }
    return ExitCode.OK;
  }

  private static void twice(RepeatedJson repeated, Map<String, Object> json, List<Sentence> lines) {
    if (repeated.agreement() != null) {
      json.put("repeated", repeated);
      lines.add(
          Sentence.of(
              "transcript.twice-answered",
              repeated.pieces(),
              ComparedWords.percent(repeated.agreement())));
    }
  }

  private void play(Context context, HubComparisons market, String mediumId) {
    try (Sounding sound =
        Sounding.open(context, Optional.ofNullable(soundTo), context.output()::progress)) {
      sound.player().load(SeekableSound.open(market.media(mediumId), mediumId));
      sound.player().play();
      sound.player().await();
    }
  }
}
