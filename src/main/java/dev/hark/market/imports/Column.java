package dev.hark.market.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column says, by the names that it goes by in exports; written in any way of capitals. */
@SuppressWarnings("ImmutableEnumChecker") // the names are never changed
enum Column {
  REQUESTER(
      "requester_id",
      "requesterid",
      "rid",
      "amzn_requester_id",
      "amazon_id",
      "req_id",
      "requester"),
  /** Of the requester, or of the review where the requester has a column too. */
  ID("id"),
  NAME("requester_name", "requestername", "amzn_requester_name", "amzn_name", "rname", "name"),
  REVIEWER(
      "reviewer",
      "reviewer_id",
      "person_id",
      "user_id",
      "user",
      "username",
      "author",
      "display_name"),
  REVIEW("review_id", "report_id"),
  FAIR("fair", "fairness"),
  FAST("fast", "speed", "fastness"),
  PAY("pay", "generosity"),
  COMM("comm", "communicativity", "communication"),
  TERMS(
      "tos_viol",
      "tosviol",
      "tos",
      "tos_violation",
      "terms_violated",
      "terms_violation",
      "terms_broken"),
  BROKEN("broken", "hit_broken", "broken_task"),
  REJECTED("rejected", "rejection"),
  TASKS("how_many", "how_many_hits", "hits", "tasks", "number_of_hits", "hits_completed"),
  WORDS(
      "description", "words", "text", "comment", "comments", "review", "notes", "body", "context"),
  DATE("date", "created_at", "created", "written", "reviewed_at", "posted", "updated_at"),
  REWARD("reward", "pay_per_hit"),
  SECONDS("seconds", "time", "time_seconds", "completion_time"),
  REVIEWS("reviews", "review_count", "num_reviews"),
  FLAGS("tos_flags"),
  WAGE("wage", "hourly", "hourly_wage", "average_wage"),
  PAY_TEXT("pay_text"),
  COMM_TEXT("comm_text"),
  FAST_TEXT("fast_text"),
  REJECTIONS("rejections"),
  BLOCKS("blocks"),
  PENDING("pending", "pending_seconds");

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  static Optional<Column> named(String header) {
    String plain =
        header
            .strip()
            .replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1_$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_");
    return Optional.ofNullable(ByName.COLUMNS.get(plain));
  }

  private static final class ByName {
    static final Map<String, Column> COLUMNS =
        Arrays.stream(values())
            .flatMap(column -> column.names.stream().map(name -> Map.entry(name, column)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
