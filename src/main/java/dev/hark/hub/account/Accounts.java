package dev.hark.hub.account;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Cursor;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Slice;
import dev.hark.hub.store.Store;
import dev.hark.wire.AccountJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Accounts. Safe for use by several threads. */
public final class Accounts {
  /** Longest name of an account, in characters. */
  public static final int NAME_LIMIT = 100;

  private static final String INSERT =
      "insert into account (id, role, name, secret, created) values (?, ?, ?, ?, ?)";

  /** What else ends with an account, in the same transaction. */
  public interface Ending {
    void end(Handle handle, Caller operator, String accountId, Instant now);
  }

  private final Store store;
  private final Clock clock;
  private final Tokens tokens;
  private final Ending ending;

  /** Accounts whose tokens do not end by themselves. */
  public Accounts(Store store, Clock clock) {
    this(store, clock, new Tokens(store, clock, Optional.empty()), (_, _, _, _) -> {});
  }

  /**
   * @param ending runs when an account is closed
   */
  public Accounts(Store store, Clock clock, Tokens tokens, Ending ending) {
    this.store = store;
    this.clock = clock;
    this.tokens = tokens;
    this.ending = ending;
  }

  /**
   * Makes an account with a token of its role.
   *
   * @param name a requester's public name; a worker's is shown to nobody and may be empty
   * @throws Fault.Refused with {@link Refusal#INVALID} where a requester has no name, or it is too
   *     long
   */
  public Registration register(Role role, String name) {
    return register(Optional.empty(), role, name);
  }

  /** The same, made by an operator for somebody else. */
  public Registration register(Caller operator, Role role, String name) {
    return register(Optional.of(operator.id()), role, name);
  }

  private Registration register(Optional<String> maker, Role role, String name) {
    String plain = name.strip();
    if (plain.length() > NAME_LIMIT || (plain.isEmpty() && role != Role.WORKER)) {
      throw new Fault.Refused(Refusal.INVALID, "name: 1 to " + NAME_LIMIT + " characters");
    }
    return store.write(
        handle -> {
          String id = insert(handle, role, plain);
          String actor = maker.orElse(id);
          Audit.note(handle, clock.instant(), actor, Deed.ACCOUNT_MADE, id);
          String token = tokens.issue(handle, actor, id, Tokens.Wish.USUAL).token();
          return new Registration(id, Objects.requireNonNull(token));
        });
  }

  /**
   * Makes worker accounts that nobody can sign in to, for a market's history.
   *
   * @return their ids
   */
  public List<String> registerPastWorkers(int count) {
    return store.write(
        handle -> {
          List<String> ids = new ArrayList<>();
          PreparedBatch batch = handle.prepareBatch(INSERT);
          for (int i = 0; i < count; i++) {
            String id = Ids.next();
            ids.add(id);
            batch.add(id, Role.WORKER.name(), "", Tokens.secret(), clock.millis());
          }
          batch.execute();
          return ids;
        });
  }

  private String insert(Handle handle, Role role, String name) {
    String id = Ids.next();
    handle.execute(INSERT, id, role.name(), name, Tokens.secret(), clock.millis());
    if (role.posts()) {
      handle.execute("insert into standing (requester_id) values (?)", id);
    }
    return id;
  }

  /** A further token for an account, from the hub itself; the account's other tokens stay good. */
  public String issue(String accountId, Role role) {
    return Objects.requireNonNull(
        store
            .write(handle -> tokens.issue(handle, accountId, accountId, Tokens.Wish.USUAL))
            .token());
  }

  /** Whether a token is good and belongs to an account. */
  public boolean holds(String token, String accountId) {
    return new SignIn(store, clock).holds(token, accountId);
  }

  /**
   * One account.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public AccountJson account(String id) {
    return store.read(handle -> find(handle, id));
  }

  private static AccountJson find(Handle handle, String id) {
    return handle
        .createQuery("select id, role, name, created, closed from account where id = :id")
        .bind("id", id)
        .map((row, context) -> of(row))
        .findOne()
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  /**
   * Accounts, the newest first.
   *
   * @param role empty for all
   * @param cursor empty for the first page
   * @param limit at most this many
   */
  public Slice<AccountJson> list(Optional<Role> role, Optional<String> cursor, int limit) {
    Cursor from = Cursor.newestFirst(cursor);
    return store.read(
        handle -> {
          Query query =
              handle.createQuery(
                  "select id, role, name, created, closed from account"
                      + " where (created, id) < (:at, :id)"
                      + (role.isPresent() ? " and role = :role" : "")
                      + " order by created desc, id desc limit :limit");
          role.ifPresent(some -> query.bind("role", some.name()));
          return from.page(query, limit, "created", "id", (row, _) -> of(row));
        });
  }

  /**
   * Closes an account: all its tokens are worthless from now on, and it gets no new ones. What it
   * did stays; a requester's groups are ended. Does nothing where it was closed before.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID} for the
   *     operator's own
   */
  public AccountJson close(Caller operator, String id) {
    if (operator.id().equals(id)) {
      throw new Fault.Refused(Refusal.INVALID, "id: another account than your own");
    }
    return store.write(
        handle -> {
          Instant now = clock.instant();
          int closed =
              handle.execute(
                  "update account set closed = ? where id = ? and closed is null",
                  now.toEpochMilli(),
                  id);
          if (closed == 1) {
            Audit.note(handle, now, operator.id(), Deed.ACCOUNT_CLOSED, id);
            tokens.revokeAll(handle, operator.id(), id, "");
            ending.end(handle, operator, id, now);
          }
          return find(handle, id);
        });
  }

  /** The first operator account that is open; made where there is none. */
  public String operator(String marketName) {
    return store.write(
        handle -> {
          Store.lock(handle, "operator");
          return handle
              .createQuery(
                  "select id from account where role = 'OPERATOR' and closed is null"
                      + " order by created, id")
              .mapTo(String.class)
              .findFirst()
              .orElseGet(() -> insert(handle, Role.OPERATOR, marketName));
        });
  }

  private static AccountJson of(ResultSet row) throws SQLException {
    long closed = row.getLong("closed");
    boolean open = row.wasNull();
    return new AccountJson(
        row.getString("id"),
        row.getString("role"),
        row.getString("name"),
        Instant.ofEpochMilli(row.getLong("created")),
        open ? null : Instant.ofEpochMilli(closed));
  }
}
