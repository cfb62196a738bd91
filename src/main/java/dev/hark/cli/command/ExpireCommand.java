package dev.hark.cli.command;

import dev.hark.fault.Sentence;
import dev.hark.market.hub.PostedGroup;
import dev.hark.market.hub.RequesterDesk;
import picocli.CommandLine.Command;

/** {@code hark request expire}: takes a group off the market. */
@Command(name = "expire", description = "cli.command.request-expire")
final class ExpireCommand extends GroupChangeCommand {
  @Override
  PostedGroup change(RequesterDesk desk, String groupId) {
    return desk.expire(groupId);
  }

  @Override
  Sentence told(String groupId) {
    return Sentence.of("posted.expired-now", groupId);
  }
}
