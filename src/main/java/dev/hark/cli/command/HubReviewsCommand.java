package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.OfferWords;
import dev.hark.market.hub.ReviewDesk;
import dev.hark.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark hub reviews}: what moderators do with reviews. */
@Command(
    name = "reviews",
    description = "commons.command.hub-reviews",
    subcommands = {
      HubReviewsCommand.Flagged.class,
      HubReviewsCommand.Flag.class,
      HubReviewsCommand.Show.class,
      HubReviewsCommand.History.class,
      HubReviewsCommand.Same.class,
      HubReviewsImportCommand.class,
      HubReviewsLinkCommand.Link.class,
      HubReviewsLinkCommand.Unlink.class
    })
final class HubReviewsCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    throw new Fault.Usage(Sentence.of("commons.reviews-which"));
  }

  private static ReviewDesk desk(Context context) {
    return context.connection().reviews(Tokens.Role.MODERATOR);
  }

  @Command(name = "flagged", description = "commons.command.flagged")
  static final class Flagged extends HarkCommand {
    @Override
    protected ExitCode run(Context context) {
      List<ReviewDesk.Flagged> all;
      try (ReviewDesk desk = desk(context)) {
        all = desk.flagged();
      }
      List<Sentence> lines = new ArrayList<>();
      for (ReviewDesk.Flagged one : all) {
        String id = one.review().reception().id();
        lines.add(
            one.hidden()
                .map(since -> Sentence.of("commons.hidden-since", id, since))
                .orElseGet(() -> Sentence.of("commons.not-hidden", id)));
        lines.add(OfferWords.review(one.review()));
        for (ReviewDesk.Reason reason : one.reasons()) {
          lines.add(
              Sentence.of(
                  reason.moderator() ? "commons.moderator-says" : "commons.somebody-says",
                  reason.words()));
        }
      }
      if (lines.isEmpty()) {
        lines.add(Sentence.of("commons.none-flagged"));
      }
      context.output().result(Map.of("flagged", all.stream().map(Flagged::json).toList()), lines);
      return ExitCode.OK;
    }

    private static Map<String, Object> json(ReviewDesk.Flagged one) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("review", ReviewView.of(one.review()));
      json.put("requesterId", one.review().requesterId());
      one.hidden().ifPresent(since -> json.put("hidden", since));
      json.put("reasons", one.reasons());
      return json;
    }
  }

  @Command(name = "flag", description = "commons.command.hub-flag")
  static final class Flag extends HarkCommand {
    @Parameters(index = "0", paramLabel = "REVIEW", description = "commons.param.review")
    private String review = "";

    @Parameters(index = "1", paramLabel = "REASON", description = "commons.param.reason")
    private String reason = "";

    @Override
    protected ExitCode run(Context context) {
      try (ReviewDesk desk = desk(context)) {
        desk.flag(review, reason.strip());
      }
      context.output().say(Sentence.of("commons.flagged"));
      return ExitCode.OK;
    }
  }

  @Command(name = "show", description = "commons.command.show")
  static final class Show extends HarkCommand {
    @Parameters(paramLabel = "REVIEW", description = "commons.param.review")
    private String review = "";

    @Override
    protected ExitCode run(Context context) {
      try (ReviewDesk desk = desk(context)) {
        desk.show(review);
      }
      context.output().say(Sentence.of("commons.shown"));
      return ExitCode.OK;
    }
  }

  @Command(name = "same-person", description = "commons.command.same-person")
  static final class Same extends HarkCommand {
    @Parameters(index = "0", paramLabel = "WORKER", description = "commons.param.worker")
    private String worker = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "ACCOUNT",
        description = "commons.param.other")
    private String other = "";

    @Option(names = "--not", description = "commons.option.not")
    private boolean not;

    @Override
    protected ExitCode run(Context context) {
      if (not != other.isEmpty()) {
        throw new Fault.Usage(Sentence.of("commons.same-which"));
      }
      try (ReviewDesk desk = desk(context)) {
        if (not) {
          desk.part(worker);
        } else {
          desk.join(worker, other);
        }
      }
      context
          .output()
          .say(
              not
                  ? Sentence.of("commons.parted", worker)
                  : Sentence.of("commons.joined", worker, other));
      return ExitCode.OK;
    }
  }

  @Command(name = "history", description = "commons.command.history")
  static final class History extends HarkCommand {
    @Parameters(paramLabel = "REVIEW", description = "commons.param.review")
    private String review = "";

    @Override
    protected ExitCode run(Context context) {
      List<Review> versions;
      try (ReviewDesk desk = desk(context)) {
        versions = desk.history(review);
      }
      context
          .output()
          .result(
              Map.of("versions", versions.stream().map(ReviewView::of).toList()),
              versions.stream().map(OfferWords::review).toList());
      return ExitCode.OK;
    }
  }
}
