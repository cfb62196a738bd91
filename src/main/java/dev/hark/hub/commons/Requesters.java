package dev.hark.hub.commons;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Store;
import dev.hark.review.Attribute;
import dev.hark.wire.RatingJson;
import dev.hark.wire.RequesterJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is known of requesters. Safe for use by several threads. */
public final class Requesters {
  private final Store store;

  public Requesters(Store store) {
    this.store = store;
  }

  /**
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such requester
   */
  public RequesterJson requester(String id) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    "select st.*, a.name as requester_name from standing st"
                        + " join account a on a.id = st.requester_id where st.requester_id = :id")
                .bind("id", id)
                .map((row, context) -> of(row))
                .findOne()
                .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id)));
  }

  static void require(Handle handle, String id) {
    if (handle
        .createQuery("select 1 from standing where requester_id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isEmpty()) {
      throw new Fault.Refused(Refusal.NOT_FOUND, id);
    }
  }

  /** The requester of a row that joins {@code standing} and has {@code requester_name}. */
  public static RequesterJson of(ResultSet row) throws SQLException {
    long seconds = row.getLong("seconds_to_pay");
    Long secondsToPay = row.wasNull() ? null : seconds;
    return new RequesterJson(
        row.getString("requester_id"),
        row.getString("requester_name"),
        rating(row),
        row.getInt("decided"),
        row.getInt("approved"),
        secondsToPay);
  }

  private static @Nullable RatingJson rating(ResultSet row) throws SQLException {
    return Tallies.of(row)
        .rating()
        .map(
            rating -> {
              Map<String, Double> means = new TreeMap<>();
              rating.means().forEach((Attribute name, Double mean) -> means.put(name.name(), mean));
              return new RatingJson(
                  rating.reviewers(),
                  rating.overall().isPresent() ? rating.overall().getAsDouble() : null,
                  rating.lower(),
                  means,
                  rating.unjustRejections(),
                  rating.termsBroken());
            })
        .orElse(null);
  }
}
