package dev.hark.market.hub;

import static dev.hark.market.hub.Nonsense.id;
import static dev.hark.market.hub.Nonsense.oneOf;
import static dev.hark.market.hub.Nonsense.present;

import dev.hark.market.Worked;
import dev.hark.task.Assignment;
import dev.hark.task.Money;
import dev.hark.task.Requester;
import dev.hark.wire.BonusJson;
import dev.hark.wire.WorkedJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Reads all that a worker ever handed in, with the bonuses for it. */
final class WorkedReader {
  private static final int MOST_PAGES = 1_000;

  private final HubCalls calls;
  private final Decoder decoder;

  WorkedReader(HubCalls calls, Decoder decoder) {
    this.calls = calls;
    this.decoder = decoder;
  }

  List<Worked> all() {
    record Given(String assignmentId, Money amount) {}
    Map<String, List<Money>> bonuses = new HashMap<>();
    pages(
            "bonuses",
            BonusJson.class,
            json ->
                new Given(
                    id(json.assignmentId(), "assignment"), OfferReader.money(json.amount(), 0)))
        .forEach(
            given ->
                bonuses
                    .computeIfAbsent(given.assignmentId(), _ -> new ArrayList<>())
                    .add(given.amount()));
    return pages("worked", WorkedJson.class, json -> worked(json, bonuses));
  }

  private <J, T> List<T> pages(String what, Class<J> type, Decoder.Reading<J, T> reading) {
    List<T> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url = calls.address(what).addQueryParameter("limit", "1000");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<T> items = decoder.list(calls.get(url.build()), type, reading);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  private static Worked worked(WorkedJson json, Map<String, List<Money>> bonuses) throws Nonsense {
    String assignment = id(json.assignmentId(), "assignment");
    return new Worked(
        assignment,
        id(json.groupId(), "group"),
        PlainText.line(json.title(), 200),
        new Requester(
            id(json.requesterId(), "requester"), PlainText.line(json.requesterName(), 200)),
        OfferReader.money(json.reward(), 0),
        oneOf(Assignment.State.class, json.state()),
        present(json.accepted(), "time of accept"),
        present(json.submitted(), "time of submission"),
        Optional.ofNullable(json.decided()),
        bonuses.getOrDefault(assignment, List.of()));
  }
}
