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

/** By which id a requester was known elsewhere; ends with all such ids. */
abstract class HubReviewsLinkCommand extends HarkCommand {
  @Parameters(index = "0", paramLabel = "REQUESTER", description = "imported.param.requester")
  private String requester = "";

  @Parameters(index = "1", paramLabel = "OLD-ID", description = "imported.param.old")
  private String old = "";

  abstract void change(ReviewDesk desk, String requesterId, String oldId);

  /**
   * @param all ids that it has now
   */
  abstract Sentence told(String requesterId, String oldId, List<String> all);

  @Override
  protected ExitCode run(Context context) {
    List<String> ids;
    try (ReviewDesk desk = context.connection().reviews(Tokens.Role.MODERATOR)) {
      change(desk, requester, old.strip());
      ids = desk.alsoKnown(requester);
    }
    context
        .output()
        .result(
            Map.of("requesterId", requester, "alsoKnown", ids),
            List.of(told(requester, old.strip(), ids)));
    return ExitCode.OK;
  }

  /** {@code hark hub reviews link}: says by which id a requester was known elsewhere. */
  @Command(name = "link", description = "imported.command.link")
  static final class Link extends HubReviewsLinkCommand {
    @Override
    void change(ReviewDesk desk, String requesterId, String oldId) {
      desk.link(requesterId, oldId);
    }

    @Override
    Sentence told(String requesterId, String oldId, List<String> all) {
      return Sentence.of("imported.linked", requesterId, String.join(", ", all));
    }
  }

  /** {@code hark hub reviews unlink}: takes it back. */
  @Command(name = "unlink", description = "imported.command.unlink")
  static final class Unlink extends HubReviewsLinkCommand {
    @Override
    void change(ReviewDesk desk, String requesterId, String oldId) {
      desk.unlink(requesterId, oldId);
    }

    @Override
    Sentence told(String requesterId, String oldId, List<String> all) {
      return Sentence.of("imported.unlinked", requesterId, oldId);
    }
  }
}
