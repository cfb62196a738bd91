package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.task.Money;
import dev.hark.wire.JobJson;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A recording that is written down, as it stands.
 *
 * @param groupId the task group of its pieces
 * @param name of the recording, in the requester's words
 * @param language BCP 47 tag
 * @param millis length of the recording
 * @param pieces how many
 * @param least answers that each piece gets
 * @param most answers that one piece may get
 * @param answers that all pieces together may get
 * @param wanted answers that all pieces together have or are to get so far
 * @param bonuses answers whose bonus is still set aside
 * @param reward for each answer
 * @param fee the operator's, on top of each reward
 * @param bonus the highest for one answer; may be nothing
 * @param target how probable each word is to be before no further answer is asked for
 * @param wordWorth what a word set right is worth to the requester; empty where they did not say
 * @param closed when it ended; nothing more is wanted since
 * @param budget that it shares with other recordings of the requester
 */
public record Job(
    String id,
    String requesterId,
    String groupId,
    String name,
    String language,
    long millis,
    List<String> glossary,
    int pieces,
    int least,
    int most,
    int answers,
    int wanted,
    int bonuses,
    Money reward,
    Money fee,
    Money bonus,
    OptionalDouble target,
    Optional<Money> wordWorth,
    Instant created,
    Optional<Instant> closed,
    Optional<String> budget) {
  static final String SELECT =
      "select j.*, g.reward_minor, g.fee_minor, g.currency"
          + " from job j join task_group g on g.id = j.group_id";

  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

  public Job {
    glossary = List.copyOf(glossary);
  }

  static Job of(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    double target = row.getDouble("target");
    OptionalDouble aim = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(target);
    long word = row.getLong("word_minor");
    Optional<Money> worth =
        row.wasNull() ? Optional.empty() : Optional.of(Money.of(word, currency));
    long closed = row.getLong("closed");
    Optional<Instant> end =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(closed));
    return new Job(
        row.getString("id"),
        row.getString("requester_id"),
        row.getString("group_id"),
        row.getString("name"),
        row.getString("language"),
        row.getLong("millis"),
        words(row.getString("glossary")),
        row.getInt("pieces"),
        row.getInt("least"),
        row.getInt("most"),
        row.getInt("answers"),
        row.getInt("wanted"),
        row.getInt("bonuses"),
        Money.of(row.getLong("reward_minor"), currency),
        Money.of(row.getLong("fee_minor"), currency),
        Money.of(row.getLong("bonus_minor"), currency),
        aim,
        worth,
        Instant.ofEpochMilli(row.getLong("created")),
        end,
        Optional.ofNullable(row.getString("budget")));
  }

  private static List<String> words(String json) {
    try {
      return Json.MAPPER.readValue(json, WORDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a glossary that nobody wrote", e);
    }
  }

  /** Whether all pieces together may get fewer answers than each of them alone. */
  boolean isBounded() {
    return budget.isPresent() || answers < pieces * most;
  }

  /** Answers that may still be asked for. */
  int further() {
    return answers - wanted;
  }

  /** Whether its answers cost what those of another one do, so that one can be for the other. */
  boolean costsLike(Job other) {
    return reward.equals(other.reward)
        && fee.equals(other.fee)
        && bonus.equals(other.bonus)
        && most == other.most;
  }

  /** The most that one more answer may cost. */
  Money price() {
    return reward.plus(fee).plus(bonus);
  }

  JobJson json() {
    @Nullable Double aim = target.isPresent() ? target.getAsDouble() : null;
    return new JobJson(
        id,
        groupId,
        name,
        language,
        millis,
        glossary,
        pieces,
        least,
        most,
        answers,
        wanted,
        MoneyJson.of(reward),
        MoneyJson.of(fee),
        MoneyJson.of(bonus),
        aim,
        wordWorth.map(MoneyJson::of).orElse(null),
        created,
        closed.orElse(null));
  }
}
