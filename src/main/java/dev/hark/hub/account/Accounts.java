package dev.hark.hub.account;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Accounts and their tokens. Safe for use by several threads. */
public final class Accounts {
  /** Longest name of an account, in characters. */
  public static final int NAME_LIMIT = 100;

  private static final int TOKEN_BYTES = 32;

  private final Store store;
  private final Clock clock;

  public Accounts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Makes an account with a token of its role.
   *
   * @param name a requester's public name; a worker's is shown to nobody and may be empty
   * @throws Fault.Refused with {@link Refusal#INVALID} where a requester has no name, or it is too
   *     long
   */
  public Registration register(Role role, String name) {
    String plain = name.strip();
    if (plain.length() > NAME_LIMIT || (plain.isEmpty() && role != Role.WORKER)) {
      throw new Fault.Refused(Refusal.INVALID, "name: 1 to " + NAME_LIMIT + " characters");
    }
    return store.write(
        handle -> {
          String id = insert(handle, role, plain);
          return new Registration(id, issue(id, role));
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
            batch.add(id, Role.WORKER.name(), "", secret(), clock.millis());
          }
          batch.execute();
          return ids;
        });
  }

  private static final String INSERT =
      "insert into account (id, role, name, secret, created) values (?, ?, ?, ?, ?)";

  private String insert(Handle handle, Role role, String name) {
    String id = Ids.next();
    handle.execute(INSERT, id, role.name(), name, secret(), clock.millis());
    if (role != Role.WORKER) {
      handle.execute("insert into standing (requester_id) values (?)", id);
    }
    return id;
  }

  /** A further token for an account; the account's other tokens stay good. */
  public String issue(String accountId, Role role) {
    String token = secret();
    store.write(
        handle ->
            handle.execute(
                "insert into token (hash, account_id, role, created) values (?, ?, ?, ?)",
                Sha256.of(token),
                accountId,
                role.name(),
                clock.millis()));
    return token;
  }

  /** Makes a token worthless; does nothing where it was worthless before. */
  public void revoke(String token) {
    store.write(
        handle ->
            handle.execute(
                "update token set revoked = ? where hash = ? and revoked is null",
                clock.millis(),
                Sha256.of(token)));
  }

  /**
   * Who holds a token.
   *
   * @throws Fault.Refused with {@link Refusal#UNAUTHENTICATED} where it is unknown or revoked
   */
  public Caller caller(String token) {
    return find(token).orElseThrow(() -> new Fault.Refused(Refusal.UNAUTHENTICATED));
  }

  private Optional<Caller> find(String token) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    "select account_id, role from token where hash = :hash and revoked is null")
                .bind("hash", Sha256.of(token))
                .map(
                    (row, context) ->
                        new Caller(
                            row.getString("account_id"), Role.valueOf(row.getString("role"))))
                .findOne());
  }

  /** Whether a token is good and belongs to an account. */
  public boolean holds(String token, String accountId) {
    return find(token).filter(caller -> caller.id().equals(accountId)).isPresent();
  }

  /** The first operator account; made where there is none. */
  public String operator(String marketName) {
    return store.write(
        handle -> {
          Store.lock(handle, "operator");
          return handle
              .createQuery("select id from account where role = 'OPERATOR' order by created, id")
              .mapTo(String.class)
              .findFirst()
              .orElseGet(() -> insert(handle, Role.OPERATOR, marketName));
        });
  }

  private static String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Ids.random(TOKEN_BYTES));
  }
}
