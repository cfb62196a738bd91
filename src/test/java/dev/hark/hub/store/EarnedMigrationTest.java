package dev.hark.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.hub.OnEachDatabase;
import dev.hark.hub.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A database from before hourly pay was counted, with work that was redone and bonuses. */
@OnEachDatabase
@Requirement("PAY-24")
class EarnedMigrationTest {
  @Parameter TestDatabase database;
  @TempDir Path data;

  @Test
  void timeOfRedoingAndBonusesInTheCurrencyOfTheGroupAreTakenOver() {
    OldDatabase.make(database, data, "21", OLD);
    try (Store store = Store.open(database.in(data))) {
      Map<String, String> taken =
          store.read(
              handle ->
                  handle
                      .createQuery(
                          "select id, redo_millis || ' ' || bonus_minor as taken from assignment")
                      .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                      .stream()
                      .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
      assertEquals(
          Map.of(
              "plain", "0 0",
              "redone", "12000 7",
              // Each time counts for no longer than the work itself took.
              "slowly", "50000 0",
              "asked", "0 5",
              "dollars", "0 0"),
          taken);
    }
  }

  private static final String OLD =
      """
      insert into account (id, role, name, secret, created) values
        ('r', 'REQUESTER', 'Radio Archive', 's', 0), ('w', 'WORKER', '', 's', 0);
      insert into task_group (id, requester_id, title, kind, language, reward_minor, currency,
        allowed_seconds, approve_seconds, needs, keywords, published, publish_key, fingerprint,
        open_slots) values
        ('g', 'r', 't', 'TRANSCRIBE', 'en', 18, 'EUR', 60, 60, '', '[]', 5, 'a', 'f', 0);
      insert into task (id, group_id, question) values
        ('t1', 'g', '{}'), ('t2', 'g', '{}'), ('t3', 'g', '{}'), ('t4', 'g', '{}'),
        ('t5', 'g', '{}');
      insert into slot (id, group_id, task_id, position, done, holder) values
        ('s1', 'g', 't1', 0, 1, 'plain'), ('s2', 'g', 't2', 1, 1, 'redone'),
        ('s3', 'g', 't3', 2, 1, 'slowly'), ('s4', 'g', 't4', 3, 1, 'asked'),
        ('s5', 'g', 't5', 4, 1, 'dollars');
      insert into assignment (id, slot_id, task_id, group_id, requester_id, worker_id, state,
        accept_key, accepted, deadline, submitted, answer, answer_key, due, decided, reason) values
        ('plain', 's1', 't1', 'g', 'r', 'w', 'APPROVED', 'k1', 1000, 99000, 21000, '{}', 'k', 9, 8, null),
        ('redone', 's2', 't2', 'g', 'r', 'w', 'APPROVED', 'k2', 1000, 99000, 31000, '{}', 'k', 9, 8, null),
        ('slowly', 's3', 't3', 'g', 'r', 'w', 'APPROVED', 'k3', 1000, 99000, 26000, '{}', 'k', 9, 8, null),
        ('asked', 's4', 't4', 'g', 'r', 'w', 'SUBMITTED', 'k4', 1000, 99000, 21000, '{}', 'k', 9, null, null),
        ('dollars', 's5', 't5', 'g', 'r', 'w', 'APPROVED', 'k5', 1000, 99000, 21000, '{}', 'k', 9, 8, null);
      insert into redo (assignment_id, nth, words, by_id, asked, ends, former_answer, former_key,
        redone) values
        ('redone', 1, 'x', 'r', 100000, 900000, '{}', 'k', 112000),
        ('slowly', 1, 'x', 'r', 100000, 900000, '{}', 'k', 400000),
        ('slowly', 2, 'x', 'r', 500000, 900000, '{}', 'k', 800000),
        ('asked', 1, 'x', 'r', 100000, 900000, '{}', 'k', null);
      insert into bonus (id, assignment_id, requester_id, worker_id, bonus_key, minor, currency,
        reason, made) values
        ('b1', 'redone', 'r', 'w', 'k1', 3, 'EUR', 'good', 9),
        ('b2', 'redone', 'r', 'w', 'k2', 4, 'EUR', 'good', 9),
        ('b3', 'asked', 'r', 'w', 'k3', 5, 'EUR', 'good', 9),
        ('b4', 'dollars', 'r', 'w', 'k4', 6, 'USD', 'good', 9)
      """;
}
