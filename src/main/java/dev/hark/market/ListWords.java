package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.filter.Check;
import dev.hark.filter.FactWords;
import dev.hark.filter.Facts;
import dev.hark.filter.NamedFilter;
import dev.hark.market.Judged.HiddenBy;
import dev.hark.review.Standing;
import dev.hark.task.Need;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list of offers in words. */
final class ListWords {
  private static final int MOST_TOLD = 3;

  private ListWords() {}

  static List<Sentence> summary(OfferList list, Choice choice) {
    List<Sentence> lines = new ArrayList<>();
    int kept = list.kept().size();
    int hidden = list.hidden().size();
    lines.add(
        hidden == 0
            ? Sentence.of("list.all-fit", kept)
            : Sentence.of("list.some-fit", kept, hidden, FactWords.list(why(list, hidden))));
    // What hides a task whose rating is not there is not its requester.
    if (kept == 0 && notThere(list) == 0 && downSince(list).isEmpty()) {
      mostHiding(list, choice).ifPresent(lines::add);
    }
    filters(choice).ifPresent(lines::add);
    if (!choice.filters().isEmpty()) {
      lines.addAll(choice.pay().doubts(currencies(list)));
    }
    downSince(list).ifPresent(since -> lines.add(Sentence.of("list.ratings-missing", since)));
    long open = notThere(list);
    if (open > 0) {
      lines.add(Sentence.of("list.ratings-not-there", open));
    }
    if (list.leftOut() > 0) {
      lines.add(Sentence.of("list.left-out", list.leftOut()));
    }
    return List.copyOf(lines);
  }

  /** "17 because they need sight", "3 by a filter", the most frequent first within the senses. */
  private static List<Sentence> why(OfferList list, int hidden) {
    List<Sentence> why = new ArrayList<>();
    Map<Need, Integer> byNeed = new EnumMap<>(Need.class);
    list.hidden().stream()
        .filter(judged -> judged.hiddenBy().filter(by -> by == HiddenBy.SENSES).isPresent())
        .map(ListWords::firstLack)
        .forEach(need -> byNeed.merge(need, 1, Integer::sum));
    byNeed.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> why.add(because(entry.getKey(), entry.getValue(), hidden)));
    add(why, HiddenBy.FILTER, "list.by-filter-count", "list.by-filter-all", list);
    add(why, HiddenBy.BLOCK, "list.by-block-count", "list.by-block-all", list);
    add(why, HiddenBy.REQUESTER, "list.by-requester-count", "list.by-requester-all", list);
    return why;
  }

  private static Need firstLack(Judged judged) {
    return judged.facts().me().lacks(judged.facts().group()).iterator().next();
  }

  private static Sentence because(Need need, int count, int hidden) {
    return count == hidden && count > 1
        ? Sentence.of("list.all-need", FactWords.need(need))
        : Sentence.of("list.need-count", count, FactWords.need(need));
  }

  private static void add(
      List<Sentence> why, HiddenBy by, String some, String all, OfferList list) {
    int count = list.counts().getOrDefault(by, 0);
    if (count > 0) {
      // Nobody needs to hear the same number twice.
      why.add(Sentence.of(count == list.hidden().size() ? all : some, count));
    }
  }

  /** "3 more tasks fit now, 1 no longer fits: judge adverts of Quick Ads, 2 from 9 workers." */
  static Optional<Sentence> change(OfferList before, OfferList now) {
    Set<String> fitted = ids(before.kept());
    long more = now.kept().stream().filter(judged -> !fitted.contains(id(judged))).count();
    List<Judged> gone =
        now.hidden().stream()
            // What the worker hid was answered when they did it.
            .filter(
                judged ->
                    judged
                        .hiddenBy()
                        .filter(by -> by == HiddenBy.FILTER || by == HiddenBy.SENSES)
                        .isPresent())
            .filter(judged -> fitted.contains(id(judged)))
            .toList();
    if (gone.isEmpty()) {
      return more == 0 ? Optional.empty() : Optional.of(Sentence.of("list.more-fit", more));
    }
    Sentence told =
        FactWords.list(
            gone.stream()
                .limit(MOST_TOLD)
                .map(
                    judged ->
                        Sentence.of(
                            "list.gone",
                            FactWords.kind(judged.offer().group()),
                            OfferWords.name(judged.offer().group().requester().name()),
                            judged.reasons().getFirst()))
                .toList());
    return Optional.of(
        more == 0
            ? Sentence.of("list.fewer-fit", gone.size(), told)
            : Sentence.of("list.change", more, gone.size(), told));
  }

  private static Set<String> ids(List<Judged> offers) {
    return offers.stream().map(ListWords::id).collect(Collectors.toSet());
  }

  private static String id(Judged judged) {
    return judged.offer().group().id();
  }

  /** The condition that fails most of what filters hide. */
  private static Optional<Sentence> mostHiding(OfferList list, Choice choice) {
    List<Judged> filtered =
        list.hidden().stream()
            .filter(judged -> judged.hiddenBy().filter(by -> by == HiddenBy.FILTER).isPresent())
            .toList();
    Optional<Sentence> worst = Optional.empty();
    int most = 0;
    for (NamedFilter filter : choice.filters()) {
      List<Sentence> conditions = filter.conditions(choice.me().floor());
      int[] failures = new int[conditions.size()];
      for (Judged judged : filtered) {
        List<Check> checks = filter.explain(judged.facts());
        for (int i = 0; i < Math.min(failures.length, checks.size()); i++) {
          failures[i] += checks.get(i).holds() ? 0 : 1;
        }
      }
      for (int i = 0; i < failures.length; i++) {
        if (failures[i] > most) {
          most = failures[i];
          worst = Optional.of(conditions.get(i));
        }
      }
    }
    int hides = most;
    return worst.map(
        condition -> Sentence.of("list.most-hiding", condition, hides, filtered.size()));
  }

  private static Optional<Sentence> filters(Choice choice) {
    if (choice.filters().isEmpty()) {
      return Optional.empty();
    }
    Sentence names =
        FactWords.list(choice.filters().stream().map(filter -> filter.name()).toList());
    Facts.Me me = choice.me();
    return Optional.of(
        me.floor()
            .map(floor -> Sentence.of("list.filters-floor", names, floor, choice.filters().size()))
            .orElseGet(() -> Sentence.of("list.filters", names, choice.filters().size())));
  }

  private static Set<Currency> currencies(OfferList list) {
    return Stream.of(list.kept(), list.hidden())
        .flatMap(Collection::stream)
        .map(judged -> judged.offer().group().reward().currency())
        .collect(Collectors.toSet());
  }

  private static long notThere(OfferList list) {
    return Stream.of(list.kept(), list.hidden())
        .flatMap(Collection::stream)
        .filter(judged -> judged.offer().standing() instanceof Standing.NotAsked)
        .count();
  }

  private static Optional<Instant> downSince(OfferList list) {
    return Stream.of(list.kept(), list.hidden())
        .flatMap(Collection::stream)
        .map(judged -> judged.offer().standing())
        .flatMap(
            standing ->
                standing instanceof Standing.SourceDown(Instant since)
                    ? Stream.of(since)
                    : Stream.empty())
        .min(Comparator.naturalOrder());
  }
}
