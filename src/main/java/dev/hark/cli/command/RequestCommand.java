package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.PendingCalls;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.market.hub.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request}: the requester's side: what waits, yes, no, and new work. */
@Command(
    name = "request",
    description = "cli.command.request",
    subcommands = {
      RequestCommand.Pending.class,
      RequestCommand.Approve.class,
      RejectCommand.class,
      RedoCommand.class,
      OverturnCommand.class,
      DismissCommand.class,
      ObjectionsCommand.class,
      RatingsCommand.class,
      AnswerReviewCommand.class,
      ResultsCommand.class,
      QualityCommand.class,
      JobsCommand.class,
      JobWorkersCommand.class,
      JobTextCommand.class,
      DisputesCommand.class,
      SettleCommand.class,
      RequestCommand.Post.class,
      AudioCommand.class,
      CostCommand.class,
      PriceCommand.class,
      BonusCommand.class,
      FundsCommand.class,
      RequestQualificationsCommand.class,
      GroupsCommand.class,
      PublishCommand.class,
      ExtendCommand.class,
      ExpireCommand.class,
      DeleteCommand.class,
      WebhooksCommand.class
    })
public final class RequestCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    throw new Fault.Usage(Sentence.of("cli.request-which"));
  }

  @Command(name = "pending", description = "cli.command.request-pending")
  static final class Pending extends HarkCommand {
    @Override
    protected ExitCode run(Context context) {
      List<Submission> submissions;
      try (RequesterDesk desk = context.connection().requester()) {
        submissions = desk.submitted();
      }
      List<Sentence> lines = new ArrayList<>();
      for (Submission one : submissions) {
        lines.add(
            Sentence.of(
                "cli.submission",
                one.assignmentId(),
                one.title(),
                one.reward(),
                DraftsCommand.words(one.answer())));
      }
      if (lines.isEmpty()) {
        lines.add(Sentence.of("cli.no-submission"));
      }
      context
          .output()
          .result(Map.of("submissions", submissions.stream().map(Pending::json).toList()), lines);
      return ExitCode.OK;
    }

    private static Map<String, Object> json(Submission one) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("assignmentId", one.assignmentId());
      json.put("groupId", one.groupId());
      json.put("title", one.title());
      json.put("worker", one.worker());
      json.put("submitted", one.submitted());
      json.put("answer", DraftsCommand.words(one.answer()));
      return json;
    }
  }

  @Command(name = "approve", description = "cli.command.request-approve")
  static final class Approve extends HarkCommand {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "cli.request.id")
    private List<String> ids = new ArrayList<>();

    @Override
    protected ExitCode run(Context context) {
      try (RequesterDesk desk = context.connection().requester()) {
        for (String id : ids) {
          desk.approve(id);
          context.output().say(Sentence.of("cli.approved", id));
        }
      }
      return ExitCode.OK;
    }
  }

  @Command(name = "post", description = "cli.command.request-post")
  static final class Post extends HarkCommand {
    @Parameters(paramLabel = "FILE", description = "cli.request.file")
    private @Nullable Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "cli.request.name")
    private @Nullable String name;

    @Option(names = "--draft", description = "cli.request.draft")
    private boolean draft;

    @Option(names = "--seconds", paramLabel = "N", description = "pay.option.estimate")
    private @Nullable Double seconds;

    @Override
    protected ExitCode run(Context context) {
      PostedFile read = PostedFile.read(Objects.requireNonNull(file));
      PostedFile posted = draft ? read.asDraft() : read;
      try (RequesterDesk desk =
          name == null ? context.connection().requester() : context.connection().requester(name)) {
        new FloorCheck(context, desk, Pricing.time(seconds)).warn(posted.json());
        String group =
            new PendingCalls(context.folders().made())
                .once(
                    String.join(
                        "\n",
                        "post",
                        context.connection().market(),
                        name == null ? "" : name,
                        posted.contents()),
                    () -> PostedFile.text(posted.withMedia(desk)),
                    (key, text) -> desk.publish(posted.group(text), key));
        context
            .output()
            .result(
                Map.of("groupId", group),
                List.of(Sentence.of(draft ? "posted.kept" : "cli.posted", group)));
      }
      return ExitCode.OK;
    }
  }
}
