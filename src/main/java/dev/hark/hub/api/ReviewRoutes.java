package dev.hark.hub.api;

import dev.hark.hub.Services;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.commons.Moderation;
import dev.hark.hub.commons.OwnRatings;
import dev.hark.review.Review;
import dev.hark.wire.FlaggedReviewJson;
import dev.hark.wire.NewFlagJson;
import dev.hark.wire.Page;
import dev.hark.wire.ReviewAnswerJson;
import dev.hark.wire.ReviewJson;
import dev.hark.wire.SamePersonJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reviews: writing, reading, answering and judging them; and what is known of requesters. */
final class ReviewRoutes {
  private static final double SECONDS = 60;
  private static final int MONTHS = 6;

  private final Services services;

  ReviewRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.get("/requesters/{id}", this::requester),
        Route.get("/requesters/{id}/reviews", this::reviews),
        Route.get("/requester/ratings", this::own),
        Route.get("/task-groups/{id}/rating", this::groupRating),
        Route.put("/accounts/{id}/same-person", this::join),
        Route.delete("/accounts/{id}/same-person", this::part),
        Route.put("/task-groups/{id}/review", this::review),
        Route.post("/reviews/{id}/answer", this::answer),
        Route.put("/reviews/{id}/helpful", exchange -> helpful(exchange, true)),
        Route.delete("/reviews/{id}/helpful", exchange -> helpful(exchange, false)),
        Route.post("/reviews/{id}/flag", this::flag),
        Route.post("/reviews/{id}/show", this::show),
        Route.get("/reviews/{id}/history", this::history),
        Route.get("/reviews/flagged", this::flagged));
  }

  private void requester(Exchange exchange) {
    exchange.caller();
    exchange.json(services.requesters().requester(exchange.path("id")));
  }

  private void own(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    int months = exchange.query("months").map(ReviewRoutes::months).orElse(MONTHS);
    exchange.json(
        exchange
            .query("group")
            .map(group -> services.ownRatings().group(caller, group, months))
            .orElseGet(() -> services.ownRatings().all(caller, months)));
  }

  private static int months(String text) {
    try {
      int months = Integer.parseInt(text);
      if (months >= 1 && months <= OwnRatings.MOST_MONTHS) {
        return months;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw Exchange.invalid("months: 1 to " + OwnRatings.MOST_MONTHS);
  }

  private void groupRating(Exchange exchange) {
    exchange.caller();
    exchange.json(services.requesters().group(exchange.path("id")));
  }

  private void join(Exchange exchange) {
    Caller moderator = exchange.caller().asModerator();
    String other = Posted.present(exchange.body(SamePersonJson.class).account(), "account");
    services.samePerson().join(moderator, exchange.path("id"), other);
    exchange.nothing();
  }

  private void part(Exchange exchange) {
    services.samePerson().part(exchange.caller().asModerator(), exchange.path("id"));
    exchange.nothing();
  }

  private void reviews(Exchange exchange) {
    exchange.caller();
    var slice = services.reviews().of(exchange.path("id"), exchange.cursor(), exchange.limit());
    exchange.json(
        new Page<>(
            slice.items().stream().map(ReviewRoutes::json).toList(), slice.next().orElse(null)));
  }

  private void review(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.json(
        json(
            services
                .reviews()
                .write(
                    worker, exchange.path("id"), Posted.opinion(exchange.body(ReviewJson.class)))));
  }

  private void answer(Exchange exchange) {
    Caller requester = exchange.caller().asRequester();
    String words = words(exchange.body(ReviewAnswerJson.class).words());
    exchange.json(json(services.responses().answer(requester, exchange.path("id"), words)));
  }

  private void helpful(Exchange exchange, boolean helps) {
    String worker = exchange.caller().asWorker().id();
    String id = exchange.path("id");
    exchange.json(
        json(
            services.importedReviews().has(id)
                ? services.importedReviews().helpful(worker, id, helps)
                : services.responses().helpful(worker, id, helps)));
  }

  private void flag(Exchange exchange) {
    Caller caller = exchange.caller();
    if (caller.role() == Role.WORKER) {
      caller.asWorker();
    } else if (caller.role() == Role.REQUESTER) {
      caller.asRequester();
    } else {
      caller.asModerator();
    }
    String id = exchange.path("id");
    String reason = words(exchange.body(NewFlagJson.class).reason());
    if (services.importedReviews().has(id)) {
      services.importedReviews().flag(caller, id, reason);
    } else {
      services.moderation().flag(caller, id, reason);
    }
    exchange.nothing();
  }

  private void show(Exchange exchange) {
    Caller moderator = exchange.caller().asModerator();
    String id = exchange.path("id");
    if (services.importedReviews().has(id)) {
      services.importedReviews().show(moderator, id);
    } else {
      services.moderation().show(moderator, id);
    }
    exchange.nothing();
  }

  private void history(Exchange exchange) {
    exchange.caller().asModerator();
    String id = exchange.path("id");
    List<Review> versions =
        services.importedReviews().has(id)
            ? services.importedReviews().history(id)
            : services.moderation().history(id);
    exchange.json(new Page<>(versions.stream().map(ReviewRoutes::json).toList(), null));
  }

  private void flagged(Exchange exchange) {
    exchange.caller().asModerator();
    var slice = services.moderation().flagged(exchange.cursor(), exchange.limit());
    exchange.json(
        new Page<>(
            slice.items().stream().map(ReviewRoutes::flagged).toList(), slice.next().orElse(null)));
  }

  private static FlaggedReviewJson flagged(Moderation.Flagged flagged) {
    return new FlaggedReviewJson(
        json(flagged.review()),
        flagged.review().requesterId(),
        flagged.hidden().orElse(null),
        flagged.flags().stream()
            .map(
                flag ->
                    new FlaggedReviewJson.FlagJson(
                        flag.by(), flag.moderator(), flag.reason(), flag.made()))
            .toList());
  }

  private static ReviewJson json(Review review) {
    Map<String, Integer> marks =
        review.marks().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().name(),
                    Map.Entry::getValue,
                    (a, b) -> a,
                    TreeMap::new));
    Review.Reception reception = review.reception();
    return new ReviewJson(
        reception.id().isEmpty() ? null : reception.id(),
        review.groupId().isEmpty() ? null : review.groupId(),
        review.reviewer(),
        marks,
        review.rejections().map(Enum::name).orElse(null),
        review.termsBroken(),
        review.brokenTask(),
        review.unpaidScreening(),
        review.took().map(ReviewRoutes::minutes).orElse(null),
        review.words(),
        reception.helpful(),
        reception.counted(),
        reception
            .reply()
            .map(reply -> new ReviewAnswerJson(reply.words(), reply.made()))
            .orElse(null),
        review.written(),
        reception.source().orElse(null));
  }

  private static double minutes(Duration took) {
    return took.toSeconds() / SECONDS;
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text;
  }
}
