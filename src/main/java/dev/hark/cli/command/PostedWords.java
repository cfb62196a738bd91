package dev.hark.cli.command;

import dev.hark.fault.Sentence;
import dev.hark.market.hub.PostedGroup;
import dev.hark.wire.MoneyJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a requester hears of a group that they posted. */
final class PostedWords {
  private PostedWords() {}

  static Sentence of(PostedGroup group) {
    return Sentence.of(
        "posted.group", group.id(), group.title(), group.reward(), state(group), answers(group));
  }

  private static Sentence state(PostedGroup group) {
    return switch (group.state()) {
      case DRAFT -> Sentence.of("posted.draft");
      case DELETED -> Sentence.of("posted.gone");
      case PUBLISHED ->
          group
              .expires()
              .map(end -> Sentence.of("posted.published-until", end))
              .orElseGet(() -> Sentence.of("posted.published"));
      case EXPIRED ->
          group
              .expires()
              .map(end -> Sentence.of("posted.expired", end))
              .orElseGet(() -> Sentence.of("posted.gone"));
    };
  }

  static Sentence answers(PostedGroup group) {
    PostedGroup.Counts counts = group.counts();
    return Sentence.of(
        "posted.answers",
        counts.open(),
        counts.held(),
        counts.waiting(),
        counts.approved(),
        counts.rejected());
  }

  static Map<String, Object> json(PostedGroup group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("groupId", group.id());
    json.put("title", group.title());
    json.put("state", group.state().name());
    json.put("reward", MoneyJson.of(group.reward()));
    group.expires().ifPresent(end -> json.put("expires", end));
    json.put("tasks", group.tasks());
    json.put("copies", group.copies());
    json.put("answers", group.counts());
    return json;
  }
}
