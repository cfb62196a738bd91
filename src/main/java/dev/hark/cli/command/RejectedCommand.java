package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.Rejection;
import dev.hark.market.RejectionWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code hark rejected}: answers that were rejected, why, by whom, and until when to answer. */
@Command(name = "rejected", description = "cli.command.rejected")
public final class RejectedCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    List<Rejection> rejections = context.market().rejections();
    List<Sentence> lines = new ArrayList<>();
    Instant now = Instant.now();
    rejections.forEach(one -> lines.addAll(RejectionWords.toWorker(one, now)));
    if (lines.isEmpty()) {
      lines.add(Sentence.of("quality.none-rejected"));
    }
    context
        .output()
        .result(
            Map.of("rejections", rejections.stream().map(RejectedCommand::json).toList()), lines);
    return ExitCode.OK;
  }

  static Map<String, Object> json(Rejection one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("assignmentId", one.assignmentId());
    json.put("title", one.title());
    json.put("requester", one.requester());
    json.put("answer", DraftsCommand.words(one.answer()));
    json.put("code", one.code().code());
    json.put("reason", one.reason());
    json.put("by", one.by());
    json.put("rejected", one.rejected());
    json.put("answerUntil", one.answerUntil());
    one.objection().ifPresent(words -> json.put("objection", words));
    one.dismissal().ifPresent(words -> json.put("dismissal", words));
    return json;
  }
}
