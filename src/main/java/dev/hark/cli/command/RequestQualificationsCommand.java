package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.Qualification;
import dev.hark.market.QualificationWords;
import dev.hark.market.hub.QualificationDesk;
import dev.hark.market.hub.QualificationDesk.Asked;
import dev.hark.market.hub.RequesterDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request qualifications}: a requester's qualifications, and who has them. */
@Command(
    name = "qualifications",
    description = "qualify.command.desk",
    subcommands = {
      RequestQualificationsCommand.Create.class,
      TestAttemptsCommand.class,
      RequestQualificationsCommand.Grant.class,
      RequestQualificationsCommand.Deny.class,
      RequestQualificationsCommand.Revoke.class,
      RequestQualificationsCommand.Retire.class,
      RequestQualificationsCommand.Restore.class
    })
final class RequestQualificationsCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    List<Qualification> all;
    List<Asked> waiting;
    try (RequesterDesk desk = context.connection().requester()) {
      all = desk.qualifications().all();
      waiting = desk.qualifications().waiting();
    }
    List<Sentence> lines = new ArrayList<>();
    if (all.isEmpty()) {
      lines.add(Sentence.of("qualify.desk.none"));
    }
    all.forEach(one -> lines.add(told(one)));
    waiting.forEach(asked -> lines.add(told(asked)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("qualifications", all.stream().map(QualificationsCommand::json).toList());
    json.put("waiting", waiting.stream().map(RequestQualificationsCommand::json).toList());
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  private static Sentence told(Qualification one) {
    return one.retired()
        ? Sentence.of("qualify.desk.retired", QualificationWords.name(one), one.id())
        : QualificationWords.offered(one);
  }

  private static Sentence told(Asked asked) {
    return Sentence.of(
        asked.held().words().isEmpty() ? "qualify.desk.waits" : "qualify.desk.waits-words",
        asked.held().worker(),
        asked.name(),
        asked.qualification(),
        asked.held().words());
  }

  private static Map<String, Object> json(Asked asked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("qualification", asked.qualification());
    json.put("name", asked.name());
    json.put("worker", asked.held().worker());
    json.put("state", asked.held().state());
    asked.held().value().ifPresent(value -> json.put("value", value));
    json.put("words", asked.held().words());
    json.put("reason", asked.held().reason());
    return json;
  }

  @Command(name = "create", description = "qualify.command.create")
  static final class Create extends HarkCommand {
    @Parameters(paramLabel = "FILE", description = "qualify.option.file")
    private @Nullable Path file;

    @Override
    protected ExitCode run(Context context) {
      QualificationFile read = QualificationFile.read(Objects.requireNonNull(file));
      Qualification made;
      try (RequesterDesk desk = context.connection().requester()) {
        made = desk.qualifications().create(read.withMedia(desk));
      }
      context
          .output()
          .result(
              QualificationsCommand.json(made),
              List.of(Sentence.of("qualify.desk.made", QualificationWords.name(made), made.id())));
      return ExitCode.OK;
    }
  }

  /** Something that is decided about one worker. */
  abstract static class Decision extends HarkCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "qualify.option.id-desk")
    private String id = "";

    @Parameters(index = "1", paramLabel = "WORKER", description = "qualify.option.worker")
    private String worker = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "qualify.option.reason")
    private String reason = "";

    abstract Asked decide(QualificationDesk desk, String kind, String person, String words);

    abstract String said();

    @Override
    protected ExitCode run(Context context) {
      Asked asked;
      try (RequesterDesk desk = context.connection().requester()) {
        asked = decide(desk.qualifications(), id, worker, reason);
      }
      context
          .output()
          .result(
              json(asked),
              List.of(
                  Sentence.of(
                      said(),
                      asked.name(),
                      asked.held().worker(),
                      asked.held().value().orElse(0L))));
      return ExitCode.OK;
    }
  }

  @Command(name = "grant", description = "qualify.command.grant")
  static final class Grant extends Decision {
    @Option(names = "--value", paramLabel = "N", description = "qualify.option.value")
    private @Nullable Long value;

    @Override
    Asked decide(QualificationDesk desk, String kind, String person, String words) {
      return desk.grant(kind, person, Optional.ofNullable(value), words);
    }

    @Override
    String said() {
      return "qualify.desk.granted";
    }
  }

  @Command(name = "deny", description = "qualify.command.deny")
  static final class Deny extends Decision {
    @Override
    Asked decide(QualificationDesk desk, String kind, String person, String words) {
      return desk.deny(kind, person, words);
    }

    @Override
    String said() {
      return "qualify.desk.denied";
    }
  }

  @Command(name = "revoke", description = "qualify.command.revoke")
  static final class Revoke extends Decision {
    @Override
    Asked decide(QualificationDesk desk, String kind, String person, String words) {
      return desk.revoke(kind, person, words);
    }

    @Override
    String said() {
      return "qualify.desk.revoked";
    }
  }

  private static ExitCode change(
      Context context, BiFunction<QualificationDesk, String, Qualification> what, String id) {
    Qualification one;
    try (RequesterDesk desk = context.connection().requester()) {
      one = what.apply(desk.qualifications(), id);
    }
    context.output().result(QualificationsCommand.json(one), List.of(told(one)));
    return ExitCode.OK;
  }

  @Command(name = "retire", description = "qualify.command.retire")
  static final class Retire extends HarkCommand {
    @Parameters(paramLabel = "ID", description = "qualify.option.id-desk")
    private String id = "";

    @Override
    protected ExitCode run(Context context) {
      return change(context, (desk, kind) -> desk.retire(kind, true), id);
    }
  }

  @Command(name = "restore", description = "qualify.command.restore")
  static final class Restore extends HarkCommand {
    @Parameters(paramLabel = "ID", description = "qualify.option.id-desk")
    private String id = "";

    @Override
    protected ExitCode run(Context context) {
      return change(context, (desk, kind) -> desk.retire(kind, false), id);
    }
  }
}
