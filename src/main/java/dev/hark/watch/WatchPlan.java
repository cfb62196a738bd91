package dev.hark.watch;

import dev.hark.fault.Sentence;
import dev.hark.filter.NamedFilter;
import dev.hark.market.Choice;
import dev.hark.market.Judged;
import dev.hark.market.Offer;
import dev.hark.market.OfferList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is watched, and when it is told.
 *
 * @param followed each by itself: what fits any of them is a match; at least one
 * @param rest how long the same group is not told again
 * @param quiet when nothing is told
 */
public record WatchPlan(List<Followed> followed, Duration rest, Optional<Hours> quiet) {
  /** The rest where nothing else is asked for. */
  public static final Duration REST = Duration.ofMinutes(30);

  public WatchPlan {
    followed = List.copyOf(followed);
    if (followed.isEmpty() || rest.isNegative()) {
      throw new IllegalArgumentException("something to watch, and a rest");
    }
  }

  /**
   * One way to choose.
   *
   * @param filter by which it is named; empty where only the senses choose
   * @param choice with that filter in it; asked for anew each time, as what is blocked changes
   */
  public record Followed(Optional<NamedFilter> filter, Supplier<Choice> choice) {}

  /**
   * An offer that fits.
   *
   * @param filters the named ones that it fits
   * @param judged the offer
   */
  public record Match(List<NamedFilter> filters, Judged judged) {
    public Match {
      filters = List.copyOf(filters);
    }

    /** The offer as it is told everywhere, and by which filters it fits. */
    public Sentence sentence() {
      return WatchWords.match(this);
    }

    public String groupId() {
      return judged.offer().group().id();
    }
  }

  /** What fits of a list that the first way to choose made, by group, in its order. */
  Map<String, Match> matches(OfferList list) {
    Map<String, Match> matches = new LinkedHashMap<>();
    for (Followed one : followed) {
      OfferList chosen = one.equals(followed.getFirst()) ? list : list.rejudge(one.choice().get());
      for (Judged judged : chosen.kept()) {
        if (judged.offer().group().available() > 0) {
          List<NamedFilter> names = new ArrayList<>();
          Match before = matches.get(judged.offer().group().id());
          if (before != null) {
            names.addAll(before.filters());
          }
          one.filter().ifPresent(names::add);
          matches.put(judged.offer().group().id(), new Match(names, judged));
        }
      }
    }
    return matches;
  }

  /** Whether one offer fits. */
  Optional<Match> match(Offer offer) {
    OfferList list = OfferList.of(List.of(offer), followed.getFirst().choice().get());
    return matches(list).values().stream().findFirst();
  }

  /** The names of the filters; empty where there is none. */
  List<Sentence> names() {
    return followed.stream().flatMap(one -> one.filter().stream()).map(NamedFilter::name).toList();
  }
}
