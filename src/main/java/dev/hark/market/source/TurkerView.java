package dev.hark.market.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.review.Rating;
import dev.hark.review.Standing;
import dev.hark.task.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The shape of TurkerView's interface: {@code GET v1/requesters/?requester_ids=A1,B2} answers, for
 * those who were reviewed, how many reviews there are and what workers earn an hour in dollars. Its
 * marks are words without a scale, so that there is a rating without marks: filters that ask for
 * marks say that they are not known.
 */
public final class TurkerView implements ReviewSource {
  private static final double MOST_WAGE = 100_000;

  private final SourceCalls calls;
  private final Clock clock;

  /** Opens no connection yet. */
  public TurkerView(String address, Duration patience, Clock clock) {
    this.calls = new SourceCalls(address, patience);
    this.clock = clock;
  }

  @Override
  public int most() {
    return 100;
  }

  @Override
  public Map<String, Standing> ask(List<String> requesterIds) throws NoAnswer {
    List<String> ids = SourceCalls.listable(requesterIds);
    if (ids.isEmpty()) {
      return Map.of();
    }
    JsonNode all =
        calls.get(calls.address("v1", "requesters", ""), "requester_ids", ids).path("requesters");
    // An empty list is how some servers write that there is nobody.
    if (!all.isObject() && !(all.isArray() && all.isEmpty())) {
      throw NoAnswer.stranger("no requesters", null);
    }
    Map<String, Standing> answers = new HashMap<>();
    ids.forEach(id -> answers.put(id, standing(all.path(id))));
    return answers;
  }

  /** Whom nobody reviewed is left out there. */
  private Standing standing(JsonNode json) {
    if (!Figures.isThere(json)) {
      return new Standing.NoReviews();
    }
    OptionalInt reviews = Figures.people(json.path("reviews"));
    if (reviews.isEmpty()) {
      return new Standing.SourceDown(clock.instant());
    }
    return reviews.getAsInt() == 0
        ? new Standing.NoReviews()
        : new Standing.Rated(
            Rating.ofMeans(reviews.getAsInt(), Map.of(), Map.of()),
            Optional.empty(),
            wage(json.path("wages").path("average").path("wage")));
  }

  private static Optional<Money> wage(JsonNode json) {
    OptionalDouble wage = Figures.number(json);
    return wage.isEmpty() || !(wage.getAsDouble() > 0 && wage.getAsDouble() < MOST_WAGE)
        ? Optional.empty()
        : Optional.of(Money.of(Math.round(wage.getAsDouble() * 100), "USD"));
  }

  @Override
  public void close() {
    calls.close();
  }
}
