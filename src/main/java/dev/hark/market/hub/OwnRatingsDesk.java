package dev.hark.market.hub;

import dev.hark.market.OwnRatings;
import dev.hark.pay.WorkTimes;
import dev.hark.review.Review;
import dev.hark.task.TaskKind;
import dev.hark.wire.OwnRatingsJson;
import dev.hark.wire.PostedGroupJson;
import dev.hark.wire.ReviewJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** A requester's own ratings. Throws what {@link dev.hark.market.Marketplace} throws. */
public final class OwnRatingsDesk {
  private static final int GROUPS = 100;
  private static final int LOOKED = 100;

  private final HubCalls calls;
  private final Decoder decoder;

  OwnRatingsDesk(HubCalls calls, Decoder decoder) {
    this.calls = calls;
    this.decoder = decoder;
  }

  /**
   * How they are rated.
   *
   * @param group one of their groups; empty for all
   * @param months how many to tell, 1 to 24
   */
  public OwnRatings ratings(Optional<String> group, int months) {
    HttpUrl.Builder url =
        calls.address("requester", "ratings").addQueryParameter("months", "" + months);
    group.ifPresent(id -> url.addQueryParameter("group", id));
    return decoder.one(calls.get(url.build()), OwnRatingsJson.class, OwnRatingsReader::ratings);
  }

  /**
   * The newest reviews.
   *
   * @param requesterId themselves
   * @param group only of this group, among the newest hundred
   * @param most how many
   */
  public List<Review> reviews(String requesterId, Optional<String> group, int most) {
    HttpUrl url =
        calls
            .address("requesters", requesterId, "reviews")
            .addQueryParameter("limit", "" + (group.isPresent() ? LOOKED : most))
            .build();
    return decoder
        .list(calls.get(url), ReviewJson.class, json -> ReviewReader.review(requesterId, json))
        .kept()
        .stream()
        .filter(review -> group.isEmpty() || group.get().equals(review.groupId()))
        .limit(most)
        .toList();
  }

  /**
   * How long the newest hundred groups took, by kind; only those that somebody worked on.
   *
   * @param group only this one
   */
  public Map<TaskKind, WorkTimes> times(Optional<String> group) {
    Map<TaskKind, List<WorkTimes>> times = new EnumMap<>(TaskKind.class);
    Decoder.Reading<PostedGroupJson, Boolean> reading =
        json -> {
          TaskKind kind = Nonsense.oneOf(TaskKind.class, json.kind());
          OfferReader.times(json.times())
              .ifPresent(some -> times.computeIfAbsent(kind, _ -> new ArrayList<>()).add(some));
          return true;
        };
    if (group.isPresent()) {
      decoder.one(
          calls.get(calls.address("posted", group.get()).build()), PostedGroupJson.class, reading);
    } else {
      HttpUrl url = calls.address("posted").addQueryParameter("limit", "" + GROUPS).build();
      decoder.list(calls.get(url), PostedGroupJson.class, reading);
    }
    Map<TaskKind, WorkTimes> together = new EnumMap<>(TaskKind.class);
    times.forEach(
        (kind, some) -> WorkTimes.together(some).ifPresent(all -> together.put(kind, all)));
    return together;
  }
}
