package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.RatingsWait;
import dev.hark.fault.Fault;
import dev.hark.fault.Nearest;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.market.Choice;
import dev.hark.market.Offer;
import dev.hark.market.OfferList;
import dev.hark.market.OfferWords;
import dev.hark.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark reviews REQUESTER}: what workers say of who pays. */
@Command(name = "reviews", description = "cli.command.reviews")
public final class ReviewsCommand extends HarkCommand {
  @Parameters(paramLabel = "REQUESTER", description = "cli.reviews.requester")
  private String requester = "";

  @Option(names = "--ids", description = "commons.option.ids")
  private boolean ids;

  @Override
  protected ExitCode run(Context context) {
    Offer offer = offer(context);
    List<Review> reviews = context.market().reviews(offer.group().requester().id());
    List<Sentence> lines = new ArrayList<>();
    lines.add(OfferWords.standing(offer));
    OfferWords.imported(offer).ifPresent(lines::add);
    for (Review review : reviews) {
      lines.add(OfferWords.review(review));
      if (ids) {
        lines.add(Sentence.of("commons.id", review.reception().id()));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("requester", offer.group().requester().name());
    json.put("requesterId", offer.group().requester().id());
    json.put("standing", context.wording().say(OfferWords.standing(offer)));
    OfferWords.imported(offer).ifPresent(some -> json.put("imported", context.wording().say(some)));
    json.put("reviews", reviews.stream().map(ReviewView::of).toList());
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  private Offer offer(Context context) {
    List<Offer> offers =
        RatingsWait.rated(context, OfferList.of(context.market(), Choice.of(Facts.Me.ANYBODY)))
            .offers(true);
    return offers.stream()
        .filter(offer -> isMeant(offer.group().requester().id(), offer.group().requester().name()))
        .findFirst()
        .orElseThrow(() -> unknown(offers));
  }

  private boolean isMeant(String id, String name) {
    return id.equals(requester) || name.equalsIgnoreCase(requester.strip());
  }

  private Fault.Usage unknown(List<Offer> offers) {
    List<String> names =
        offers.stream().map(offer -> offer.group().requester().name()).distinct().toList();
    return new Fault.Usage(
        Nearest.to(requester, names)
            .map(near -> Sentence.of("cli.unknown-requester-near", requester, near))
            .orElseGet(() -> Sentence.of("cli.unknown-requester", requester)));
  }
}
