package dev.hark.filter;

import dev.hark.fault.Sentence;
import dev.hark.task.MoneyRange;
import dev.hark.task.Need;
import dev.hark.task.TaskGroup;
import dev.hark.task.UnmetWords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Facts in words: parts of a sentence that begin with a small letter and end without a full stop,
 * used by verdicts and wherever an offer is told.
 */
public final class FactWords {
  /** From so many people on, a rating is somewhat sure; a test holds it against the review room. */
  private static final int SOMEWHAT_SURE = 4;

  private FactWords() {}

  /**
   * "about 15 to 19 euros an hour", "..., an estimate", "..., under your floor of 20 euros", "...
   * not known yet".
   */
  public static Sentence hourly(Facts facts) {
    if (facts.hourly().isEmpty()) {
      return Sentence.of("fact.hourly-unknown");
    }
    MoneyRange range = facts.hourly().get();
    String key = facts.hourlyEstimated() ? "fact.hourly-estimate" : "fact.hourly";
    return facts.underFloor()
        ? Sentence.of(key + "-under", range, facts.me().floor().orElseThrow())
        : Sentence.of(key, range);
  }

  /** "on average 12 euros 40 an hour, rejected and returned work counted". */
  public static Sentence average(Facts facts) {
    return facts
        .earned()
        .map(earned -> Sentence.of("fact.average", earned.average()))
        .orElseGet(() -> Sentence.of("fact.average-unknown"));
  }

  /**
   * "4.6 from 38 workers", "5 from 2 workers, hardly sure", "no reviews yet", "ratings are missing
   * since 10:05".
   */
  public static Sentence standing(Facts.Reviews reviews) {
    return switch (reviews.asked()) {
      case RATED ->
          reviews.overall().isPresent()
              ? Sentence.of(
                  reviews.reviewers() < SOMEWHAT_SURE ? "fact.rated-hardly" : "fact.rated",
                  reviews.overall().getAsDouble(),
                  reviews.reviewers())
              : Sentence.of("fact.rated-unmarked", reviews.reviewers());
      case NO_REVIEWS -> Sentence.of("fact.no-reviews");
      case NOT_ASKED -> Sentence.of("fact.not-asked");
      case SOURCE_DOWN ->
          Sentence.of("fact.source-down", reviews.downSince().orElse(Instant.EPOCH));
    };
  }

  /**
   * "imported: 4.1 from 212 reviews on Turkopticon, the newest of 14 August 2026"; that there are
   * none where there are none.
   */
  public static Sentence imported(Facts.Reviews reviews) {
    if (reviews.imported().isEmpty()) {
      return reviews.answered() ? Sentence.of("fact.imported-none") : standing(reviews);
    }
    Facts.Imported imported = reviews.imported().get();
    Sentence places =
        list(imported.sources().stream().map(name -> Sentence.of("fact.own", name)).toList());
    Sentence said =
        imported.overall().isPresent()
            ? Sentence.of(
                "fact.imported", imported.overall().getAsDouble(), imported.reviews(), places)
            : Sentence.of("fact.imported-unmarked", imported.reviews(), places);
    return imported
        .newest()
        .map(
            at ->
                Sentence.of("fact.imported-newest", said, at.atZone(ZoneOffset.UTC).toLocalDate()))
        .orElse(said);
  }

  /** "9 of 31 workers report unjust rejections"; the standing where nothing is known. */
  public static Sentence unjust(Facts.Reviews reviews) {
    return reported("fact.unjust", reviews.reports().unjustRejections(), reviews);
  }

  /** "2 of 31 workers report broken terms"; the standing where nothing is known. */
  public static Sentence terms(Facts.Reviews reviews) {
    return reported("fact.terms", reviews.reports().termsBroken(), reviews);
  }

  /** "2 of 31 workers report broken tasks"; the standing where nothing is known. */
  public static Sentence broken(Facts.Reviews reviews) {
    return reported("fact.broken", reviews.reports().brokenTasks(), reviews);
  }

  /** "2 of 31 workers report unpaid questions"; the standing where nothing is known. */
  public static Sentence unpaid(Facts.Reviews reviews) {
    return reported("fact.unpaid", reviews.reports().unpaidScreening(), reviews);
  }

  private static Sentence reported(String key, OptionalInt count, Facts.Reviews reviews) {
    if (reviews.asked() != Facts.Asked.RATED) {
      return standing(reviews);
    }
    return count.isPresent()
        ? Sentence.of(key, count.getAsInt(), reviews.reviewers())
        : Sentence.of(key + "-unknown");
  }

  /** "you did 12 for this requester, 11 approved and 1 rejected"; or that it is not known. */
  public static Sentence done(Facts facts) {
    return facts
        .me()
        .history()
        .with(facts.group())
        .map(
            done ->
                done.all() == 0
                    ? Sentence.of("fact.done-nothing")
                    : Sentence.of("fact.done", done.all(), outcome(done)))
        .orElseGet(() -> Sentence.of("fact.done-unknown"));
  }

  /** "11 approved, 1 rejected and 2 pending", without what there is none of; at least one. */
  public static Sentence outcome(Facts.Done done) {
    List<Sentence> parts = new ArrayList<>();
    count(parts, "fact.done.approved", done.approved());
    count(parts, "fact.done.rejected", done.rejected());
    count(parts, "fact.done.pending", done.pending());
    return list(parts);
  }

  private static void count(List<Sentence> parts, String key, int count) {
    if (count > 0) {
      parts.add(Sentence.of(key, count));
    }
  }

  /** "needs sight and a camera". */
  public static Sentence needs(Collection<Need> needs) {
    return Sentence.of("fact.needs", list(needs.stream().sorted().map(FactWords::need).toList()));
  }

  /** "you do not qualify: at least 500 approved answers; 488 is what you have; ...". */
  public static Sentence unqualified(TaskGroup group) {
    return Sentence.of("qualify.you-do-not", UnmetWords.all(group.unmet()));
  }

  /** "sight", "a camera". */
  public static Sentence need(Need need) {
    return Sentence.of("fact.need." + need.name().toLowerCase(Locale.ROOT));
  }

  /** "transcribe 8 seconds of speech", "judge adverts". */
  public static Sentence kind(TaskGroup group) {
    String kind = "fact.kind." + group.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return group
        .audioLength()
        .map(length -> Sentence.of(kind + "-length", length))
        .orElseGet(() -> Sentence.of(kind));
  }

  /** "a", "a and b", "a, b and c". */
  public static Sentence list(List<Sentence> parts) {
    Sentence all = parts.getFirst();
    for (int i = 1; i < parts.size(); i++) {
      all = Sentence.of(i == parts.size() - 1 ? "fact.list-end" : "fact.list", all, parts.get(i));
    }
    return all;
  }
}
