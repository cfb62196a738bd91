package dev.hark.hub.qualification;

import dev.hark.hub.store.Store;
import java.time.Clock;

/**
 * Everything about qualifications that is called from outside a transaction.
 *
 * @param kinds sets up and lists qualifications
 * @param grants asks for, grants, denies and revokes them
 * @param tests gives and scores tests
 * @param standings what the market knows of a worker
 */
public record Qualifications(Kinds kinds, Grants grants, Tests tests, Standings standings) {
  public static Qualifications on(Store store, Clock clock) {
    return new Qualifications(
        new Kinds(store, clock),
        new Grants(store, clock),
        new Tests(store, clock),
        new Standings(store, clock));
  }
}
