package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.hub.ReviewDesk;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark hub reviews link}: says by which id a requester was known elsewhere. */
@Command(name = "link", description = "imported.command.link")
final class HubReviewsLinkCommand extends HarkCommand {
  @Parameters(index = "0", paramLabel = "REQUESTER", description = "imported.param.requester")
  private String requester = "";

  @Parameters(index = "1", paramLabel = "OLD-ID", description = "imported.param.old")
  private String old = "";

  @Override
  protected ExitCode run(Context context) {
    List<String> ids;
    try (ReviewDesk desk = context.connection().reviews(Tokens.Role.MODERATOR)) {
      desk.link(requester, old.strip());
      ids = desk.alsoKnown(requester);
    }
    context
        .output()
        .result(
            Map.of("requesterId", requester, "alsoKnown", ids),
            List.of(Sentence.of("imported.linked", requester, String.join(", ", ids))));
    return ExitCode.OK;
  }

  /** {@code hark hub reviews unlink}: takes it back. */
  @Command(name = "unlink", description = "imported.command.unlink")
  static final class Unlink extends HarkCommand {
    @Parameters(index = "0", paramLabel = "REQUESTER", description = "imported.param.requester")
    private String requester = "";

    @Parameters(index = "1", paramLabel = "OLD-ID", description = "imported.param.old")
    private String old = "";

    @Override
    protected ExitCode run(Context context) {
      List<String> ids;
      try (ReviewDesk desk = context.connection().reviews(Tokens.Role.MODERATOR)) {
        desk.unlink(requester, old.strip());
        ids = desk.alsoKnown(requester);
      }
      context
          .output()
          .result(
              Map.of("requesterId", requester, "alsoKnown", ids),
              List.of(Sentence.of("imported.unlinked", requester, old.strip())));
      return ExitCode.OK;
    }
  }
}
