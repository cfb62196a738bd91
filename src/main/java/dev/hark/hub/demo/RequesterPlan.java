package dev.hark.hub.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;

/**
 * A requester as it stands in {@code requesters.json}.
 *
 * @param character what a worker should find out about them
 * @param daysToPay median days from submit to payment
 * @param rejected share of answers that they reject, 0 to 1
 * @param reasons what they write when they reject
 */
record RequesterPlan(
    String id,
    String name,
    String character,
    double daysToPay,
    double rejected,
    List<String> reasons) {

  static List<RequesterPlan> load() {
    return Resources.json("requesters.json", new TypeReference<List<RequesterPlan>>() {});
  }
}
