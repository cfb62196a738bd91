package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.Services;
import dev.hark.hub.commons.Overlays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shapes that old overlays read, for whoever asks: they have no tokens. Requests are counted by
 * address like all others.
 */
final class OverlayRoutes {
  /** Before each path within the interface; old overlays may leave the whole of it out. */
  static final String PREFIX = "/compat";

  private static final int MOST_IDS = 100;
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,40}");

  private final Services services;
  private final boolean open;

  /**
   * @param open whether the operator wants them read
   */
  OverlayRoutes(Services services, boolean open) {
    this.services = services;
    this.open = open;
  }

  List<Route> all() {
    return List.of(
        Route.get(PREFIX + "/multi-attrs.php", this::attributes),
        Route.get(PREFIX + "/requesters", this::aggregates),
        Route.get(PREFIX + "/v1/requesters", this::wages));
  }

  private void attributes(Exchange exchange) {
    List<String> ids = ids(exchange, "ids");
    exchange.json(OldShapes.attributes(ids, services.overlays().of(ids, Overlays.Wanted.MARKS)));
  }

  private void aggregates(Exchange exchange) {
    List<String> ids = ids(exchange, "rids");
    exchange.json(OldShapes.aggregates(services.overlays().of(ids, Overlays.Wanted.WAGES)));
  }

  private void wages(Exchange exchange) {
    List<String> ids = ids(exchange, "requester_ids");
    exchange.json(OldShapes.wages(services.overlays().of(ids, Overlays.Wanted.WAGES)));
  }

  private List<String> ids(Exchange exchange, String name) {
    exchange.readByAnyPage();
    if (!open) {
      throw new Fault.Refused(Refusal.NOT_FOUND, PREFIX);
    }
    if (exchange.hasToken()) {
      exchange.caller();
    }
    List<String> ids =
        Stream.of(exchange.query(name).orElse("").split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (ids.isEmpty()
        || ids.size() > MOST_IDS
        || !ids.stream().allMatch(id -> ID.matcher(id).matches())) {
      throw Exchange.invalid(
          name + ": 1 to " + MOST_IDS + " ids of letters and digits, with commas between");
    }
    return ids;
  }
}
