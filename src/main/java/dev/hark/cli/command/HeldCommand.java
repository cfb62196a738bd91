package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.task.Assignment;
import dev.hark.wire.MoneyJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code hark held}: the tasks that this worker holds, by deadline, with the time left. */
@Command(name = "held", description = "pay.command.held")
public final class HeldCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    Instant now = Instant.now();
    List<Assignment> held =
        context.market().held().stream()
            .sorted(Comparator.comparing(Assignment::deadline))
            .toList();
    List<Sentence> lines =
        held.isEmpty()
            ? List.of(Sentence.of("pay.held-none"))
            : held.stream().map(one -> line(one, now)).toList();
    context
        .output()
        .result(Map.of("held", held.stream().map(one -> json(one, now)).toList()), lines);
    return ExitCode.OK;
  }

  private static Sentence line(Assignment one, Instant now) {
    return Sentence.of(
        one.redo().isPresent() ? "pay.held-again" : "pay.held",
        left(one, now),
        new Theirs(one.group().title(), one.group().language()),
        new Theirs(one.group().requester().name()),
        one.group().reward(),
        one.deadline());
  }

  /** Whole seconds, and none where the time has run out. */
  private static Duration left(Assignment one, Instant now) {
    long seconds = Duration.between(now, one.deadline()).toSeconds();
    return Duration.ofSeconds(Math.max(0, seconds));
  }

  private static Map<String, Object> json(Assignment one, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("assignmentId", one.id());
    json.put("groupId", one.group().id());
    json.put("title", one.group().title());
    json.put("requester", one.group().requester().name());
    json.put("reward", MoneyJson.of(one.group().reward()));
    json.put("deadline", one.deadline());
    json.put("secondsLeft", left(one, now).toSeconds());
    json.put("again", one.redo().isPresent());
    return json;
  }
}
