package dev.hark.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.hub.OnEachDatabase;
import dev.hark.hub.TestDatabase;
import dev.hark.hub.ledger.LedgerCheck;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A database of the first release, with work that is open, waits, is paid and is rejected. */
@OnEachDatabase
@Requirement("LEDGER-6")
class MoneyMigrationTest {
  @Parameter TestDatabase database;
  @TempDir Path data;

  @Test
  void whatMayHaveToBePaidIsSetAside() {
    OldDatabase.make(database, data, "3", OLD);
    try (Store store = Store.open(database.in(data))) {
      assertEquals(2 * 18 + 18, balance(store, "escrow:open"));
      assertEquals(18, balance(store, "escrow:waiting"));
      assertEquals(0, balance(store, "escrow:over"));
      assertEquals(18, balance(store, "worker:w"));
      assertEquals(1000 - 18 - 54 - 18, balance(store, "requester:r"));
      assertEquals(-1000, balance(store, "world"));
      assertEquals(List.of(), new LedgerCheck(store).check().faults());
      assertEquals(
          List.of("DEPOSIT", "ESCROW", "REWARD"),
          store.read(
              handle ->
                  handle
                      .createQuery("select distinct kind from entry order by kind")
                      .mapTo(String.class)
                      .list()));
    }
  }

  private static long balance(Store store, String book) {
    return store.read(
        (Handle handle) ->
            handle
                .createQuery("select coalesce(sum(minor), 0) from entry where book = :book")
                .bind("book", book)
                .mapTo(Long.class)
                .one());
  }

  private static final String OLD =
      """
      insert into account (id, role, name, secret, created) values
        ('r', 'REQUESTER', 'Radio Archive', 's', 0), ('w', 'WORKER', '', 's', 0);
      insert into standing (requester_id) values ('r');
      insert into task_group (id, requester_id, title, kind, language, reward_minor, currency,
        allowed_seconds, approve_seconds, needs, keywords, published, publish_key, fingerprint,
        open_slots) values
        ('open', 'r', 't', 'TRANSCRIBE', 'en', 18, 'EUR', 60, 60, '', '[]', 5, 'a', 'f', 2),
        ('waiting', 'r', 't', 'TRANSCRIBE', 'en', 18, 'EUR', 60, 60, '', '[]', 5, 'b', 'f', 0),
        ('over', 'r', 't', 'TRANSCRIBE', 'en', 18, 'EUR', 60, 60, '', '[]', 5, 'c', 'f', 0);
      insert into task (id, group_id, question) values
        ('t1', 'open', '{}'), ('t2', 'open', '{}'), ('t3', 'open', '{}'), ('t4', 'waiting', '{}'),
        ('t5', 'over', '{}'), ('t6', 'over', '{}');
      insert into slot (id, group_id, task_id, position, done, holder) values
        ('s1', 'open', 't1', 0, 0, null), ('s2', 'open', 't2', 1, 0, null),
        ('s3', 'open', 't3', 2, 1, 'a3'), ('s4', 'waiting', 't4', 0, 1, 'a4'),
        ('s5', 'over', 't5', 0, 1, 'a5'), ('s6', 'over', 't6', 1, 1, 'a6');
      insert into assignment (id, slot_id, task_id, group_id, requester_id, worker_id, state,
        accept_key, accepted, deadline, submitted, answer, answer_key, due, decided, reason) values
        ('a3', 's3', 't3', 'open', 'r', 'w', 'SUBMITTED', 'k3', 6, 60, 7, '{}', 'k', 99, null, null),
        ('a4', 's4', 't4', 'waiting', 'r', 'w', 'SUBMITTED', 'k4', 6, 60, 7, '{}', 'k', 99, null,
          null),
        ('a5', 's5', 't5', 'over', 'r', 'w', 'APPROVED', 'k5', 6, 60, 7, '{}', 'k', 99, 8, null),
        ('a6', 's6', 't6', 'over', 'r', 'w', 'REJECTED', 'k6', 6, 60, 7, '{}', 'k', 99, 8, 'no');
      insert into transfer (transfer_key, made) values ('deposit:r:d', 1), ('reward:a5', 8);
      insert into entry (transfer_key, book, currency, minor, made) values
        ('deposit:r:d', 'world', 'EUR', -1000, 1), ('deposit:r:d', 'requester:r', 'EUR', 1000, 1),
        ('reward:a5', 'requester:r', 'EUR', -18, 8), ('reward:a5', 'worker:w', 'EUR', 18, 8)
      """;
}
