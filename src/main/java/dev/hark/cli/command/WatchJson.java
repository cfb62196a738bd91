package dev.hark.cli.command;

import dev.hark.fault.Sentence;
import dev.hark.filter.NamedFilter;
import dev.hark.watch.Told;
import dev.hark.watch.WatchPlan.Match;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What watching tells, as JSON: one object for each thing. */
final class WatchJson {
  private final Wording wording;
  private final OfferJson offers;

  WatchJson(Wording wording) {
    this.wording = wording;
    this.offers = new OfferJson(wording);
  }

  List<Map<String, Object>> of(Told told) {
    return switch (told) {
      case Told.Matches(var at, var matches) -> {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Match match : matches) {
          Map<String, Object> json = event("match", told);
          json.putAll(match(match));
          all.add(json);
        }
        yield all;
      }
      case Told.Summary(var at, int came, var matches) -> {
        Map<String, Object> json = event("summary", told);
        json.put("came", came);
        json.put("matches", matches.stream().map(this::match).toList());
        json.put("text", text(told.sentences()));
        yield List.of(json);
      }
      case Told.Caught caught -> List.of(caught(caught));
      case Told.NotCaught(var at, Match match, Sentence why) -> {
        Map<String, Object> json = event("not-caught", told);
        json.putAll(match(match));
        json.put("reason", wording.say(why));
        yield List.of(json);
      }
      case Told.State(var at, Told.Kind kind, Sentence sentence) -> {
        Map<String, Object> json =
            event(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), told);
        json.put("text", wording.say(sentence));
        yield List.of(json);
      }
    };
  }

  private static Map<String, Object> event(String name, Told told) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("event", name);
    json.put("at", told.at());
    return json;
  }

  private Map<String, Object> caught(Told.Caught caught) {
    Map<String, Object> json = event("caught", caught);
    json.put("assignmentId", caught.assignment().id());
    json.put("groupId", caught.assignment().group().id());
    json.put("deadline", caught.assignment().deadline());
    json.put("held", caught.held());
    json.put("queue", caught.queue());
    caught.match().ifPresent(match -> json.putAll(match(match)));
    json.put("text", text(caught.sentences()));
    return json;
  }

  private Map<String, Object> match(Match match) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("filters", match.filters().stream().map(NamedFilter::id).toList());
    json.put("offer", offers.of(match.judged()));
    return json;
  }

  private String text(List<Sentence> sentences) {
    return String.join(" ", sentences.stream().map(wording::say).toList());
  }
}
