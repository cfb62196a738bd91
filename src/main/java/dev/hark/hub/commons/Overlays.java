package dev.hark.hub.commons;

import dev.hark.hub.store.Store;
import dev.hark.review.ImportedRating;
import dev.hark.wire.EarnedJson;
import dev.hark.wire.RatingJson;
import dev.hark.wire.RequesterJson;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What old overlays are told of requesters, whom they ask for by ids of this hub or of a market
 * elsewhere: the hub's own figures where there are any, else those of one source, and never two
 * mixed. Safe for use by several threads.
 */
public final class Overlays {
  private final Store store;
  private final Requesters requesters;
  private final Clock clock;

  public Overlays(Store store, Requesters requesters, Clock clock) {
    this.store = store;
    this.requesters = requesters;
    this.clock = clock;
  }

  /** What is told of one requester. */
  public sealed interface Figures {
    /**
     * The hub counted it.
     *
     * @param earned in dollars, which old overlays take every amount for; empty where nothing was
     */
    record Own(RequesterJson requester, RatingJson rating, Optional<EarnedJson> earned)
        implements Figures {}

    /** It was imported from one source. */
    record Elsewhere(String source, ImportedFigures all, ImportedFigures recent)
        implements Figures {}
  }

  /**
   * A requester that something is known of.
   *
   * @param id as it was asked for
   * @param name may be empty
   * @param oldIds all by which they were known elsewhere
   */
  public record Known(String id, String name, List<String> oldIds, Figures figures) {}

  /** Which of a requester's sources is told where there are several. */
  public enum Wanted {
    /** The one with marks that most reviews are behind. */
    MARKS,
    /** The one with pay per hour that most reviews are behind. */
    WAGES
  }

  /** Those that something is known of, in the order of the ids. */
  public List<Known> of(List<String> ids, Wanted wanted) {
    return store.read(
        handle ->
            ids.stream().distinct().flatMap(id -> known(handle, id, wanted).stream()).toList());
  }

  private Optional<Known> known(Handle handle, String id, Wanted wanted) {
    Optional<String> here =
        ImportedBatch.isOldId(id)
            ? AlsoKnown.requester(handle, id)
            : Optional.of(id).filter(some -> Requesters.isKnown(handle, some));
    List<String> oldIds =
        here.map(requester -> AlsoKnown.ids(handle, requester)).orElseGet(() -> List.of(id));
    Optional<RequesterJson> own = here.map(requesters::requester);
    RatingJson rating = own.map(RequesterJson::rating).orElse(null);
    if (own.isPresent() && rating != null) {
      return Optional.of(
          new Known(
              id,
              own.get().name(),
              oldIds,
              new Figures.Own(own.get(), rating, dollars(own.get()))));
    }
    SortedMap<String, ImportedFigures> all = ImportedSums.of(handle, oldIds);
    return all.entrySet().stream()
        .max(
            Comparator.<Map.Entry<String, ImportedFigures>>comparingInt(
                    entry -> fits(entry.getValue(), wanted) ? 1 : 0)
                .thenComparingInt(entry -> entry.getValue().reviews())
                .thenComparing(Map.Entry.<String, ImportedFigures>comparingByKey().reversed()))
        .map(
            entry ->
                new Known(
                    id,
                    own.map(RequesterJson::name).orElseGet(() -> name(handle, id)),
                    oldIds,
                    new Figures.Elsewhere(
                        entry.getKey(),
                        entry.getValue(),
                        recent(handle, entry.getKey(), entry.getValue(), oldIds))));
  }

  private static Optional<EarnedJson> dollars(RequesterJson requester) {
    List<EarnedJson> earned = requester.earned();
    return (earned == null ? List.<EarnedJson>of() : earned)
        .stream().filter(sum -> sum.paid().currency().equals("USD")).findFirst();
  }

  private static boolean fits(ImportedFigures figures, Wanted wanted) {
    return wanted == Wanted.MARKS
        ? ImportedRating.overall(figures.means()).isPresent()
        : figures.hourlyMicros().isPresent();
  }

  /** Of single reviews only: of what a source added up long ago, nothing is recent. */
  private ImportedFigures recent(
      Handle handle, String source, ImportedFigures all, List<String> oldIds) {
    long from = Ratings.day(clock.instant()) - Ratings.RECENT.toDays() + 1;
    return all.newest() == null || all.newest() < from * ImportedSums.DAY
        ? ImportedFigures.NONE
        : oldIds.stream()
            .map(oldId -> ImportedSums.summed(handle, source, oldId, from))
            .reduce(ImportedFigures.NONE, ImportedFigures::plus);
  }

  private static String name(Handle handle, String oldId) {
    return Stream.ofNullable(
            handle
                .createQuery(
                    "select max(name) from imported_figures where old_id = :id and name <> ''")
                .bind("id", oldId)
                .mapTo(String.class)
                .findOne()
                .orElse(null))
        .findFirst()
        .orElse("");
  }
}
