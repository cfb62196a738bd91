package dev.hark.filter;

import dev.hark.fault.Sentence;
import dev.hark.task.MoneyRange;
import dev.hark.task.Need;
import dev.hark.task.TaskGroup;
import dev.hark.task.UnmetWords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Facts in words: parts of a sentence that begin with a small letter and end without a full stop,
 * used by verdicts and wherever an offer is told.
 */
public final class FactWords {
  private FactWords() {}

  /** "about 15 to 19 euros an hour", "..., under your floor of 20 euros", "... not known yet". */
  public static Sentence hourly(Facts facts) {
    if (facts.hourly().isEmpty()) {
      return Sentence.of("fact.hourly-unknown");
    }
    MoneyRange range = facts.hourly().get();
    return facts.underFloor()
        ? Sentence.of("fact.hourly-under", range, facts.me().floor().orElseThrow())
        : Sentence.of("fact.hourly", range);
  }

  /** "on average 12 euros 40 an hour, rejected and returned work counted". */
  public static Sentence average(Facts facts) {
    return facts
        .earned()
        .map(earned -> Sentence.of("fact.average", earned.average()))
        .orElseGet(() -> Sentence.of("fact.average-unknown"));
  }

  /** "4.6 from 38 workers", "no reviews yet", "ratings are missing since 10:05". */
  public static Sentence standing(Facts.Reviews reviews) {
    return switch (reviews.asked()) {
      case RATED ->
          reviews.overall().isPresent()
              ? Sentence.of("fact.rated", reviews.overall().getAsDouble(), reviews.reviewers())
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
    return reviews.asked() == Facts.Asked.RATED
        ? Sentence.of("fact.unjust", reviews.unjustRejections(), reviews.reviewers())
        : standing(reviews);
  }

  /** "2 of 31 workers report broken terms"; the standing where nothing is known. */
  public static Sentence terms(Facts.Reviews reviews) {
    return reviews.asked() == Facts.Asked.RATED
        ? Sentence.of("fact.terms", reviews.termsBroken(), reviews.reviewers())
        : standing(reviews);
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
