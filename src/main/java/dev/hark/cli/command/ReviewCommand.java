package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.RatingsWait;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Offer;
import dev.hark.market.OfferWords;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark review GROUP --pay 5 ...}: writes a review, or writes it anew. */
@Command(name = "review", description = "cli.command.review")
public final class ReviewCommand extends HarkCommand {
  /** As many characters as a hub takes. */
  private static final int MOST_WORDS = 5_000;

  @Parameters(paramLabel = "GROUP", description = "cli.review.group")
  private String group = "";

  @Option(names = "--pay", paramLabel = "1-5", description = "cli.review.pay")
  private @Nullable Integer pay;

  @Option(names = "--fairness", paramLabel = "1-5", description = "cli.review.fairness")
  private @Nullable Integer fairness;

  @Option(names = "--speed", paramLabel = "1-5", description = "cli.review.speed")
  private @Nullable Integer speed;

  @Option(names = "--communication", paramLabel = "1-5", description = "cli.review.communication")
  private @Nullable Integer communication;

  @Option(names = "--accessibility", paramLabel = "1-5", description = "cli.review.accessibility")
  private @Nullable Integer accessibility;

  @Option(
      names = "--rejections",
      paramLabel = "none|some|all",
      description = "cli.review.rejections")
  private @Nullable Rejections rejections;

  @Option(names = "--terms-broken", description = "cli.review.terms")
  private boolean termsBroken;

  @Option(names = "--broken-task", description = "commons.option.broken-task")
  private boolean brokenTask;

  @Option(names = "--unpaid-screening", description = "commons.option.unpaid-screening")
  private boolean unpaidScreening;

  @Option(names = "--minutes", paramLabel = "NUMBER", description = "commons.option.minutes")
  private @Nullable Double minutes;

  @Option(names = "--words", paramLabel = "TEXT", description = "cli.review.words")
  private String words = "";

  @Override
  protected ExitCode run(Context context) {
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    mark(marks, Attribute.PAY, pay);
    mark(marks, Attribute.FAIRNESS, fairness);
    mark(marks, Attribute.SPEED, speed);
    mark(marks, Attribute.COMMUNICATION, communication);
    mark(marks, Attribute.ACCESSIBILITY, accessibility);
    boolean reports = termsBroken || brokenTask || unpaidScreening;
    if (marks.isEmpty() && rejections == null && !reports && minutes == null && words.isBlank()) {
      throw new Fault.Usage(Sentence.of("cli.review-empty"));
    }
    if (words.strip().length() > MOST_WORDS) {
      throw new Fault.Usage(
          Sentence.of("commons.too-long", MOST_WORDS, words.strip().length() - MOST_WORDS));
    }
    Offer offer = context.market().offer(group);
    context
        .market()
        .review(
            new Review(
                offer.group().requester().id(),
                group,
                "",
                marks,
                Optional.ofNullable(rejections),
                termsBroken,
                brokenTask,
                unpaidScreening,
                Optional.ofNullable(minutes).map(ReviewCommand::took),
                words.strip(),
                Instant.now(),
                Review.Reception.NONE));
    context.output().say(Sentence.of("cli.review-written"));
    context
        .output()
        .say(OfferWords.standing(RatingsWait.rated(context, context.market().offer(group))));
    return ExitCode.OK;
  }

  private static Duration took(double minutes) {
    long seconds = Math.round(minutes * 60);
    if (seconds < 1 || seconds > Duration.ofDays(7).toSeconds()) {
      throw new Fault.Usage(Sentence.of("commons.minutes"));
    }
    return Duration.ofSeconds(seconds);
  }

  private static void mark(
      Map<Attribute, Integer> marks, Attribute attribute, @Nullable Integer mark) {
    if (mark == null) {
      return;
    }
    if (mark < 1 || mark > 5) {
      throw new Fault.Usage(Sentence.of("cli.review-mark", mark));
    }
    marks.put(attribute, mark);
  }
}
