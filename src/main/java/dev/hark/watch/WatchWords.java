package dev.hark.watch;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.FactWords;
import dev.hark.filter.NamedFilter;
import dev.hark.market.OfferWords;
import dev.hark.task.Assignment;
import dev.hark.watch.WatchPlan.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What watching says of matches. */
final class WatchWords {
  private WatchWords() {}

  static List<Sentence> matches(List<Match> matches, int most) {
    List<Sentence> lines = new ArrayList<>();
    matches.stream().limit(most).map(WatchWords::match).forEach(lines::add);
    if (matches.size() > most) {
      lines.add(Sentence.of("watch.more", matches.size() - most));
    }
    return lines;
  }

  /** The offer as it is told everywhere, and by which filter. */
  static Sentence match(Match match) {
    Sentence offer = OfferWords.sentence(match.judged().facts());
    return match.filters().isEmpty()
        ? offer
        : Sentence.of(
            "watch.match",
            offer,
            FactWords.list(match.filters().stream().map(NamedFilter::name).toList()));
  }

  /** What it is and of whom, to know it again by. */
  static Sentence brief(Match match) {
    return OfferWords.brief(match.judged().offer().group());
  }

  static Sentence caught(Assignment given, int held, int queue) {
    return Sentence.of(
        "watch.caught", OfferWords.brief(given.group()), given.deadline(), held, queue);
  }

  static List<Sentence> summary(int came, List<Match> still) {
    return still.isEmpty()
        ? List.of(Sentence.of("watch.summary-gone", came))
        : List.of(Sentence.of("watch.summary", came, still.size(), match(still.getFirst())));
  }

  /** What is watched, where nothing may be told of it now. */
  static Sentence watching(List<Sentence> filters) {
    return Sentence.of("watch.watching-only", what(filters));
  }

  private static Sentence what(List<Sentence> filters) {
    return filters.isEmpty() ? Sentence.of("watch.all") : FactWords.list(filters);
  }

  /** Since when the market is away, or talks nonsense. */
  static Sentence away(Fault.HubDown down, Instant since) {
    return down.sentence().key().equals("market.nonsense")
        ? Sentence.of("watch.hub-nonsense", since)
        : Sentence.of("watch.hub-away", since);
  }

  /** The first words: what is watched, and how many fit now. */
  static Sentence watching(List<Sentence> filters, int fit, int fresh) {
    Sentence what = what(filters);
    if (fit == 0) {
      return Sentence.of("watch.nothing-yet", what);
    }
    return fresh == 0
        ? Sentence.of("watch.nothing-new", what, fit)
        : Sentence.of("watch.watching", what, fresh);
  }
}
