package dev.hark.cli.command;

import dev.hark.fault.Sentence;
import dev.hark.market.hub.PostedGroup;
import dev.hark.market.hub.RequesterDesk;
import picocli.CommandLine.Command;

/** {@code hark request publish}: puts a draft on the market. */
@Command(name = "publish", description = "cli.command.request-publish")
final class PublishCommand extends GroupChangeCommand {
  @Override
  PostedGroup change(RequesterDesk desk, String groupId) {
    return desk.publishDraft(groupId);
  }

  @Override
  Sentence told(String groupId) {
    return Sentence.of("posted.published-now", groupId);
  }
}
