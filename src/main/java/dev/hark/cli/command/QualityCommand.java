package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.GroupQualityJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark request quality}: mixes gold into a group and sets its rules of approval. */
@Command(name = "quality", description = "cli.command.request-quality")
final class QualityCommand extends HarkCommand {
  @Parameters(index = "0", paramLabel = "GROUP", description = "cli.results.group")
  private String group = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "cli.quality.file")
  private @Nullable Path file;

  @Override
  protected ExitCode run(Context context) {
    PostedFile wishes = PostedFile.read(Objects.requireNonNull(file));
    GroupQualityJson set;
    try (RequesterDesk desk = context.connection().requester()) {
      set = desk.quality(group, wishes.quality(desk));
    }
    context
        .output()
        .result(
            set,
            List.of(
                Sentence.of("quality.gold-set", set.goldTasks(), set.goldAnswersMost()),
                set.agreement() == null
                    ? Sentence.of("quality.agreement-off")
                    : Sentence.of(
                        "quality.agreement-set", (int) Math.round(100 * set.agreement()))));
    return ExitCode.OK;
  }
}
