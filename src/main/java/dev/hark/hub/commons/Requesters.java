package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.hourly.Earnings;
import dev.hark.hub.store.Store;
import dev.hark.wire.EarnedJson;
import dev.hark.wire.GroupRatingJson;
import dev.hark.wire.RequesterJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is known of requesters. Safe for use by several threads. */
public final class Requesters {
  private final Store store;
  private final Ratings ratings;
  private final Earnings earnings;

  public Requesters(Store store, Ratings ratings, Earnings earnings) {
    this.store = store;
    this.ratings = ratings;
    this.earnings = earnings;
  }

  /**
   * A requester with all figures there are.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such requester
   */
  public RequesterJson requester(String id) {
    return store.read(
        handle -> {
          RequesterJson brief =
              handle
                  .createQuery(
                      "select st.*, a.name as requester_name from standing st"
                          + " join account a on a.id = st.requester_id"
                          + " where st.requester_id = :id")
                  .bind("id", id)
                  .map((row, context) -> of(row))
                  .findOne()
                  .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
          List<EarnedJson> earned = earnings.ofRequester(id);
          return new RequesterJson(
              brief.id(),
              brief.name(),
              RatingFigures.full(ratings.of(id)),
              brief.decided(),
              brief.approved(),
              brief.waitingReviewers(),
              brief.secondsToPay(),
              ImportedJson.full(ImportedSums.of(handle, AlsoKnown.ids(handle, id))),
              earned.isEmpty() ? null : earned);
        });
  }

  /**
   * What reviews of one group add up to.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such group
   */
  public GroupRatingJson group(String id) {
    return store.read(
        handle -> {
          if (handle
              .createQuery("select 1 from task_group where id = :id and state <> 'DRAFT'")
              .bind("id", id)
              .mapTo(Integer.class)
              .findOne()
              .isEmpty()) {
            throw new Fault.Refused(Refusal.NOT_FOUND, id);
          }
          Ratings.Known known = ratings.of(id);
          return new GroupRatingJson(
              id,
              RatingFigures.full(known),
              known.all().waiting(),
              earnings.ofGroup(id).orElse(null));
        });
  }

  static void require(Handle handle, String id) {
    if (!isKnown(handle, id)) {
      throw new Fault.Refused(Refusal.NOT_FOUND, id);
    }
  }

  static boolean isKnown(Handle handle, String id) {
    return handle
        .createQuery("select 1 from standing where requester_id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** The requester of a row that joins {@code standing} and has {@code requester_name}. */
  public static RequesterJson of(ResultSet row) throws SQLException {
    long seconds = row.getLong("seconds_to_pay");
    Long secondsToPay = row.wasNull() ? null : seconds;
    int waiting = row.getInt("waiting_people");
    return new RequesterJson(
        row.getString("requester_id"),
        row.getString("requester_name"),
        RatingFigures.brief(
            Tallies.of(row), row.getDouble("lower_bound"), row.getInt("sure_people")),
        row.getInt("decided"),
        row.getInt("approved"),
        waiting == 0 ? null : waiting,
        secondsToPay,
        ImportedJson.brief(row),
        null);
  }
}
