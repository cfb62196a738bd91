package dev.hark.market.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Sentence;
import dev.hark.market.Marketplace;
import dev.hark.wire.AccountJson;
import dev.hark.wire.AuditEntryJson;
import dev.hark.wire.NewAccountJson;
import dev.hark.wire.NewTokenJson;
import dev.hark.wire.RegistrationJson;
import dev.hark.wire.RotationJson;
import dev.hark.wire.TokenJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One's own account and tokens on a hub, and for an operator everybody's. Throws what {@link
 * Marketplace} throws.
 */
public final class AccountDesk implements AutoCloseable {
  private static final int PAGE = 500;

  private final HubCalls calls;
  private final Decoder decoder;

  /**
   * Opens no connection yet.
   *
   * @param address such as {@code http://127.0.0.1:8080}
   * @param token whose account it is
   */
  public AccountDesk(String address, String token) {
    this.calls = new HubCalls(address, token, HubMarketplace.PATIENCE);
    this.decoder = new Decoder(calls);
  }

  /** Has somebody told while a call waits because the hub gets too many. */
  public void tell(Consumer<Sentence> listener) {
    calls.tell(listener);
  }

  /** Whose token this is. */
  public AccountJson me() {
    return account(calls.get(calls.address("account").build()));
  }

  /** One's own good tokens, the newest first. */
  public List<TokenJson> tokens() {
    return tokens(calls.address("account", "tokens").build());
  }

  /** The good tokens of another account (operator). */
  public List<TokenJson> tokensOf(String accountId) {
    return tokens(calls.address("accounts", accountId, "tokens").build());
  }

  private List<TokenJson> tokens(HttpUrl url) {
    return decoder.list(calls.get(url), TokenJson.class, AccountDesk::token).kept();
  }

  /** A further token of one's own; its secret is told this once. */
  public TokenJson make(NewTokenJson wish) {
    return issued(calls.post(calls.address("account", "tokens").build(), wish, null, false));
  }

  /** A token for somebody who has lost theirs (operator). */
  public TokenJson makeFor(String accountId, NewTokenJson wish) {
    return issued(
        calls.post(calls.address("accounts", accountId, "tokens").build(), wish, null, false));
  }

  /**
   * A new token in the place of the one that is used here.
   *
   * @param overlapSeconds how long the old one stays good; the hub's usual time where absent
   */
  public TokenJson rotate(@Nullable Long overlapSeconds) {
    return issued(
        calls.post(
            calls.address("token", "rotate").build(),
            new RotationJson(overlapSeconds),
            null,
            false));
  }

  private TokenJson issued(JsonNode json) {
    return decoder.one(
        json,
        TokenJson.class,
        made -> {
          Nonsense.id(made.token(), "token");
          return token(made);
        });
  }

  /** Makes one of one's own worthless. */
  public void revoke(String tokenId) {
    calls.delete(calls.address("account", "tokens", tokenId).build());
  }

  /** Makes all one's own worthless but the one that is used here. */
  public void revokeOthers() {
    calls.delete(calls.address("account", "tokens").addQueryParameter("keep", "current").build());
  }

  /** Makes a token of another account worthless; all of them where none is named (operator). */
  public void revokeOf(String accountId, Optional<String> tokenId) {
    HttpUrl.Builder url = calls.address("accounts", accountId, "tokens");
    tokenId.ifPresent(url::addPathSegment);
    calls.delete(url.build());
  }

  /**
   * Accounts, the newest first (operator).
   *
   * @param role empty for all
   * @param most at most so many
   */
  public List<AccountJson> accounts(Optional<String> role, int most) {
    HttpUrl.Builder url = calls.address("accounts");
    role.ifPresent(some -> url.addQueryParameter("role", some));
    return paged(url, AccountJson.class, AccountDesk::account, most);
  }

  /** Makes an account (operator). */
  public HubAccounts.Account makeAccount(String role, String name) {
    return decoder.one(
        calls.post(calls.address("accounts").build(), new NewAccountJson(role, name), null, false),
        RegistrationJson.class,
        made ->
            new HubAccounts.Account(
                Nonsense.id(made.id(), "account"), Nonsense.id(made.token(), "token")));
  }

  /** Closes an account; does nothing where it was closed before (operator). */
  public AccountJson close(String accountId) {
    return account(
        calls.post(calls.address("accounts", accountId, "close").build(), null, null, true));
  }

  /**
   * What was noted, the newest first (operator).
   *
   * @param actor who did it; empty for anybody
   * @param deed code; empty for any
   * @param subject what it was done to; empty for any
   * @param most at most so many
   */
  public List<AuditEntryJson> audit(
      Optional<String> actor, Optional<String> deed, Optional<String> subject, int most) {
    HttpUrl.Builder url = calls.address("audit");
    actor.ifPresent(some -> url.addQueryParameter("actor", some));
    deed.ifPresent(some -> url.addQueryParameter("deed", some));
    subject.ifPresent(some -> url.addQueryParameter("subject", some));
    return paged(url, AuditEntryJson.class, AccountDesk::entry, most);
  }

  private <J, T> List<T> paged(
      HttpUrl.Builder url, Class<J> type, Decoder.Reading<J, T> reading, int most) {
    List<T> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      url.setQueryParameter("limit", Integer.toString(Math.min(PAGE, most - all.size())));
      cursor.ifPresent(from -> url.setQueryParameter("cursor", from));
      Decoder.Items<T> page = decoder.list(calls.get(url.build()), type, reading);
      all.addAll(page.kept());
      cursor = page.next();
    } while (cursor.isPresent() && all.size() < most);
    return List.copyOf(all);
  }

  private AccountJson account(JsonNode json) {
    return decoder.one(json, AccountJson.class, AccountDesk::account);
  }

  private static AccountJson account(AccountJson json) throws Nonsense {
    return new AccountJson(
        Nonsense.id(json.id(), "account"),
        Nonsense.id(json.role(), "role"),
        PlainText.line(Nonsense.present(json.name(), "name"), 100),
        Nonsense.present(json.created(), "created"),
        json.closed());
  }

  private static TokenJson token(TokenJson json) throws Nonsense {
    List<String> scopes = new ArrayList<>();
    for (String scope : Nonsense.present(json.scopes(), "scopes")) {
      scopes.add(Nonsense.id(scope, "scope"));
    }
    return new TokenJson(
        Nonsense.id(json.id(), "token"),
        json.token(),
        PlainText.line(Nonsense.present(json.name(), "name"), 100),
        scopes,
        Nonsense.present(json.created(), "created"),
        json.expires(),
        json.used() == null ? null : Nonsense.id(json.used(), "day"),
        json.current());
  }

  private static AuditEntryJson entry(AuditEntryJson json) throws Nonsense {
    return new AuditEntryJson(
        Nonsense.id(json.id(), "entry"),
        Nonsense.present(json.at(), "time"),
        Nonsense.id(json.actor(), "actor"),
        Nonsense.id(json.deed(), "deed"),
        PlainText.line(Nonsense.present(json.subject(), "subject"), 100),
        json.times());
  }

  @Override
  public void close() {
    calls.close();
  }
}
