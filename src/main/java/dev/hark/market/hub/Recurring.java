package dev.hark.market.hub;

import dev.hark.filter.Facts;
import dev.hark.review.Standing;
import dev.hark.task.Need;
import dev.hark.task.Requester;
import dev.hark.wire.RequesterJson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What many task groups of a market say alike: requesters with their ratings, needs, keywords and
 * languages. They are made once and shared, which saves most of the memory of a long list. Safe for
 * use by several threads.
 */
final class Recurring {
  /**
   * A market that makes up new ones without end fills no memory; and what had to be cut short or
   * cleaned is not kept at all.
   */
  private static final int MOST = 20_000;

  /** Pieces of a page that were read before. */
  private static final int PIECES = 1 << 15;

  private @Nullable Pieces pieces;
  private final Map<String, Known> requesters = new ConcurrentHashMap<>();
  private final Map<List<String>, Set<Need>> needs = new ConcurrentHashMap<>();
  private final Map<List<String>, List<String>> keywords = new ConcurrentHashMap<>();
  private final Map<String, Locale> languages = new ConcurrentHashMap<>();

  /**
   * A requester, and what was said of them last.
   *
   * @param said by the market
   */
  record Known(
      RequesterJson said,
      Requester requester,
      Standing standing,
      Optional<Duration> timeToPay,
      Optional<Facts.Imported> imported) {}

  /**
   * What pieces of pages mean; made when a page is first read.
   *
   * @param requesters objects
   * @param texts lists of texts
   */
  record Pieces(Repeats<RequesterJson> requesters, Repeats<List<String>> texts) {}

  synchronized Pieces pieces() {
    if (pieces == null) {
      pieces = new Pieces(new Repeats<>(PIECES), new Repeats<>(PIECES));
    }
    return pieces;
  }

  @SuppressWarnings("ReferenceEquality") // the usual case; a record compares all it has
  Known requester(RequesterJson said) throws Nonsense {
    Known known = said.id() == null ? null : requesters.get(said.id());
    if (known == null || (known.said() != said && !known.said().equals(said))) {
      known =
          new Known(
              said,
              OfferReader.requester(said),
              OfferReader.standing(said),
              OfferReader.seconds(said.secondsToPay()),
              OfferReader.imported(said.imported()));
      if (known.requester().name().equals(said.name())) {
        keep(requesters, said.id(), known);
      }
    }
    return known;
  }

  Set<Need> needs(@Nullable List<String> names) throws Nonsense {
    if (names == null) {
      return Set.of();
    }
    Set<Need> known = needs.get(names);
    if (known == null) {
      known = Set.copyOf(OfferReader.needs(names));
      if (known.size() == names.size()) {
        keep(needs, List.copyOf(names), known);
      }
    }
    return known;
  }

  List<String> keywords(@Nullable List<String> words) {
    if (words == null) {
      return List.of();
    }
    List<String> known = keywords.get(words);
    if (known == null) {
      known = List.copyOf(OfferReader.keywords(words));
      if (known.equals(words)) {
        keep(keywords, known, known);
      }
    }
    return known;
  }

  Locale language(@Nullable String tag) {
    if (tag == null) {
      return Locale.ROOT;
    }
    Locale known = languages.get(tag);
    if (known == null) {
      known = OfferReader.language(tag);
      if (!known.equals(Locale.ROOT)) {
        keep(languages, tag, known);
      }
    }
    return known;
  }

  private static <K, V> void keep(Map<K, V> map, K key, V value) {
    if (map.size() < MOST || map.containsKey(key)) {
      map.put(key, value);
    }
  }
}
