package dev.hark.hub.account;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.Store;
import dev.hark.wire.TokenJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of accounts. A token is 256 random bits, of which only the SHA-256 is kept: nobody can
 * guess such a secret, so that a slow hash would add nothing but its cost to every request. Safe
 * for use by several threads and hubs.
 */
public final class Tokens {
  /** Longest name of a token, in characters. */
  public static final int NAME_LIMIT = 100;

  /** Most tokens of one account that are good at a time. */
  public static final int COUNT_LIMIT = 100;

  /** Longest life that may be asked for. */
  public static final Duration LONGEST_LIFE = Duration.ofDays(3_660);

  /** Longest time for which a token stays good after it was replaced. */
  public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  /** How long a token that is dead is remembered, to be told that it is. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private static final int TOKEN_BYTES = 32;

  private final Store store;
  private final Clock clock;
  private final Optional<Duration> usualLife;

  /**
   * @param usualLife of a token for which none is asked; empty for one without end
   */
  public Tokens(Store store, Clock clock, Optional<Duration> usualLife) {
    this.store = store;
    this.clock = clock;
    this.usualLife = usualLife;
  }

  /**
   * A token to make.
   *
   * @param name may be empty
   * @param scopes empty for all that the role may do
   * @param life empty for the hub's default
   */
  public record Wish(String name, Set<Scope> scopes, Optional<Duration> life) {
    /** All that the role may do, for as long as the hub thinks right. */
    public static final Wish USUAL = new Wish("", Set.of(), Optional.empty());

    public Wish {
      name = name.strip();
      scopes = Set.copyOf(scopes);
      if (name.length() > NAME_LIMIT) {
        throw new Fault.Refused(Refusal.INVALID, "name: at most " + NAME_LIMIT + " characters");
      }
      if (life.filter(some -> !some.isPositive() || some.compareTo(LONGEST_LIFE) > 0).isPresent()) {
        throw new Fault.Refused(
            Refusal.INVALID, "expiresSeconds: 1 to " + LONGEST_LIFE.toSeconds());
      }
    }
  }

  /** A new token of an account, for the account itself; its others stay good. */
  public TokenJson issue(Caller caller, Wish wish) {
    caller.with(Scope.TOKENS);
    Wish bounded =
        wish.scopes().isEmpty() && !caller.scopes().equals(caller.role().scopes())
            ? new Wish(wish.name(), caller.scopes(), wish.life())
            : wish;
    bounded.scopes().forEach(caller::with);
    return store.write(handle -> issue(handle, caller.id(), caller.id(), bounded));
  }

  /**
   * A new token for somebody else, who has lost theirs.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such account, {@link
   *     Refusal#ACCOUNT_CLOSED}
   */
  public TokenJson issueFor(Caller operator, String accountId, Wish wish) {
    return store.write(handle -> issue(handle, operator.id(), accountId, wish));
  }

  /** Makes a token within the transaction that is going on. */
  TokenJson issue(Handle handle, String actor, String accountId, Wish wish) {
    Role role = requireOpen(handle, accountId);
    if (!role.scopes().containsAll(wish.scopes())) {
      throw new Fault.Refused(
          Refusal.INVALID, "scopes: of " + Scope.stored(role.scopes()).replace(" ", ", "));
    }
    Instant now = clock.instant();
    forget(handle, accountId, now);
    if (good(handle, accountId, now).size() >= COUNT_LIMIT) {
      throw new Fault.Refused(
          Refusal.INVALID, "token: at most " + COUNT_LIMIT + " at a time; revoke one first");
    }
    String token = secret();
    String id = Ids.next();
    Optional<Instant> expires = wish.life().or(() -> usualLife).map(now::plus);
    handle.execute(
        "insert into token (hash, id, account_id, role, name, scopes, created, expires)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        Sha256.of(token),
        id,
        accountId,
        role.name(),
        wish.name(),
        Scope.stored(wish.scopes()),
        now.toEpochMilli(),
        expires.map(Instant::toEpochMilli).orElse(null));
    Audit.note(handle, now, actor, Deed.TOKEN_MADE, id);
    return one(handle, id).json(token, "");
  }

  /**
   * Makes sure that an account is open, and stays so until the end of this transaction.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} or {@link Refusal#ACCOUNT_CLOSED}
   */
  private static Role requireOpen(Handle handle, String accountId) {
    int open =
        handle.execute(
            "update account set closed = null where id = ? and closed is null", accountId);
    Role role =
        handle
            .createQuery("select role from account where id = :id")
            .bind("id", accountId)
            .map((row, context) -> Role.valueOf(row.getString("role")))
            .findOne()
            .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, accountId));
    if (open == 0) {
      throw new Fault.Refused(Refusal.ACCOUNT_CLOSED);
    }
    return role;
  }

  private static void forget(Handle handle, String accountId, Instant now) {
    long before = now.minus(REMEMBERED).toEpochMilli();
    handle.execute(
        "delete from token where account_id = ? and (revoked < ? or expires < ?)",
        accountId,
        before,
        before);
  }

  /**
   * Replaces the caller's token by a new one that is good for the same and for as long.
   *
   * @param overlap how long the old one stays good
   * @throws Fault.Refused with {@link Refusal#INVALID} where the overlap is absurd
   */
  public TokenJson rotate(Caller caller, Duration overlap) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new Fault.Refused(
          Refusal.INVALID, "overlapSeconds: 0 to " + LONGEST_OVERLAP.toSeconds());
    }
    return store.write(
        handle -> {
          Instant now = clock.instant();
          Kept old = one(handle, caller.tokenId());
          int ended =
              handle.execute(
                  "update token set expires = case when expires is null or expires > ? then ?"
                      + " else expires end where id = ? and revoked is null",
                  now.plus(overlap).toEpochMilli(),
                  now.plus(overlap).toEpochMilli(),
                  old.id());
          if (ended == 0) {
            throw new Fault.Refused(Refusal.UNAUTHENTICATED);
          }
          Optional<Duration> life =
              old.expires()
                  .map(end -> Duration.between(old.created(), end))
                  .filter(Duration::isPositive);
          Set<Scope> narrowed = old.stored().isEmpty() ? Set.of() : old.scopes();
          TokenJson fresh =
              issue(handle, caller.id(), caller.id(), new Wish(old.name(), narrowed, life));
          Audit.note(handle, now, caller.id(), Deed.TOKEN_ROTATED, old.id());
          return fresh;
        });
  }

  /**
   * Makes one token worthless; does nothing where it was so before.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the account has none of this id
   */
  public void revoke(Caller caller, String accountId, String tokenId) {
    store.write(
        handle -> {
          if (!one(handle, tokenId).accountId().equals(accountId)) {
            throw new Fault.Refused(Refusal.NOT_FOUND, tokenId);
          }
          return revoke(handle, caller.id(), tokenId);
        });
  }

  private boolean revoke(Handle handle, String actor, String tokenId) {
    Instant now = clock.instant();
    boolean revoked =
        handle.execute(
                "update token set revoked = ? where id = ? and revoked is null",
                now.toEpochMilli(),
                tokenId)
            == 1;
    if (revoked) {
      Audit.note(handle, now, actor, Deed.TOKEN_REVOKED, tokenId);
    }
    return revoked;
  }

  /**
   * Makes all tokens of an account worthless.
   *
   * @param but the id of one that stays good; empty for none
   */
  public void revokeAll(Caller caller, String accountId, String but) {
    store.write(handle -> revokeAll(handle, caller.id(), accountId, but));
  }

  int revokeAll(Handle handle, String actor, String accountId, String but) {
    int revoked = 0;
    // Those that ended too: a clock that is set back must not bring them to life.
    for (String token : unrevoked(handle, accountId)) {
      if (!token.equals(but) && revoke(handle, actor, token)) {
        revoked++;
      }
    }
    return revoked;
  }

  /**
   * The good tokens of an account, the newest first.
   *
   * @param current id of the one that asks
   */
  public List<TokenJson> of(String accountId, String current) {
    return store.read(
        handle ->
            good(handle, accountId, clock.instant()).stream()
                .map(token -> token.json(null, current))
                .toList());
  }

  private static List<String> unrevoked(Handle handle, String accountId) {
    return handle
        .createQuery("select id from token where account_id = :account and revoked is null")
        .bind("account", accountId)
        .mapTo(String.class)
        .list();
  }

  private static List<Kept> good(Handle handle, String accountId, Instant now) {
    return handle
        .createQuery(
            Kept.SELECT
                + " where account_id = :account and revoked is null"
                + " and (expires is null or expires > :now) order by created desc, id")
        .bind("account", accountId)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> Kept.of(row))
        .list();
  }

  private static Kept one(Handle handle, String id) {
    return handle
        .createQuery(Kept.SELECT + " where id = :id")
        .bind("id", id)
        .map((row, context) -> Kept.of(row))
        .findOne()
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  static String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Ids.random(TOKEN_BYTES));
  }

  /** A token as it is stored; {@code stored} are its scopes as they are written. */
  record Kept(
      String id,
      String accountId,
      Role role,
      String name,
      String stored,
      Instant created,
      Optional<Instant> expires,
      boolean revoked,
      Optional<Instant> used) {
    static final String SELECT =
        "select id, account_id, role, name, scopes, created, expires, revoked, used from token";

    static Kept of(ResultSet row) throws SQLException {
      return new Kept(
          row.getString("id"),
          row.getString("account_id"),
          Role.valueOf(row.getString("role")),
          row.getString("name"),
          row.getString("scopes"),
          Instant.ofEpochMilli(row.getLong("created")),
          instant(row, "expires"),
          instant(row, "revoked").isPresent(),
          instant(row, "used"));
    }

    Set<Scope> scopes() {
      return Scope.read(stored, role);
    }

    TokenJson json(@Nullable String token, String current) {
      return new TokenJson(
          id,
          token,
          name,
          scopes().stream().sorted().map(Scope::code).toList(),
          created,
          expires.orElse(null),
          used.map(day -> LocalDate.ofInstant(day, ZoneOffset.UTC).toString()).orElse(null),
          id.equals(current));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
      long millis = row.getLong(column);
      return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
  }
}
