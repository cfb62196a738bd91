package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.EventFeed;
import dev.hark.market.hub.News;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hark events}: one line for each thing that happens, until it is stopped. */
@Command(name = "events", description = "events.command")
public final class EventsCommand extends HarkCommand {
  private static final Set<String> KNOWN =
      Set.of(
          "group-published",
          "group-extended",
          "group-expired",
          "assignment-accepted",
          "assignment-returned",
          "assignment-submitted",
          "assignment-approved",
          "assignment-rejected",
          "assignment-redo-asked",
          "assignment-objected",
          "assignment-objection-dismissed",
          "assignment-disputed",
          "bonus-paid",
          "payout-requested",
          "payout-paid",
          "payout-failed",
          "qualification-requested",
          "qualification-granted",
          "qualification-refused",
          "qualification-revoked",
          "review-written",
          "review-answered",
          "webhook-disabled",
          "webhook-tested");

  @Option(names = "--requester", description = "events.requester")
  private boolean requester;

  @Option(names = "--from", paramLabel = "CURSOR", description = "events.from")
  private @Nullable String from;

  @Option(names = "--count", paramLabel = "NUMBER", description = "events.count")
  private long count = Long.MAX_VALUE;

  @Override
  protected ExitCode run(Context context) {
    try (EventFeed feed = context.connection().events(requester, Optional.ofNullable(from))) {
      context.output().progress(Sentence.of("events.waiting"));
      feed.follow(
          news -> {
            if (count > 0) {
              context.output().result(json(news), List.of(line(news)));
              count--;
            }
            if (count <= 0) {
              feed.stop();
            }
          });
    }
    return ExitCode.OK;
  }

  private static Sentence line(News news) {
    String about = news.assignmentId().or(news::groupId).orElse("");
    String what = news.title().orElse(about);
    String kind = news.kind().replace('.', '-');
    return KNOWN.contains(kind)
        ? Sentence.of("events." + kind, what)
        : Sentence.of("events.other", news.kind());
  }

  private static Map<String, Object> json(News news) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", news.kind());
    json.put("at", news.at());
    news.groupId().ifPresent(id -> json.put("groupId", id));
    news.assignmentId().ifPresent(id -> json.put("assignmentId", id));
    news.title().ifPresent(title -> json.put("title", title));
    json.put("cursor", news.cursor());
    return json;
  }
}
