package dev.hark.hub.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of what a role may do, to which a token may be narrowed. What is open to everybody with a
 * good token needs no scope.
 */
public enum Scope {
  /** See one's own tasks, answers and earnings. */
  WORKER_READ("worker:read"),
  /** Take tasks, answer, return, review. */
  WORKER_WORK("worker:work"),
  /** See the answers to one's tasks and one's books. */
  REQUESTER_READ("requester:read"),
  /** Upload, post and change work. */
  REQUESTER_POST("requester:post"),
  /** Decide on answers, and whatever else moves money. */
  REQUESTER_PAY("requester:pay"),
  /** Judge what people say of each other. */
  MODERATE("moderate"),
  /** Run the hub: accounts, deposits, the audit log. */
  OPERATE("operate"),
  /** See, make and revoke tokens of one's account. */
  TOKENS("tokens");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  /** As it is written, such as {@code worker:read}. */
  public String code() {
    return code;
  }

  public static Optional<Scope> ofCode(String code) {
    for (Scope scope : values()) {
      if (scope.code.equals(code)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }

  /**
   * Codes with a space between them, always in the same order; empty where a token is not narrowed.
   */
  static String stored(Collection<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(" "));
  }

  /** What {@link #stored} wrote, within what the role may do. */
  static Set<Scope> read(String stored, Role role) {
    if (stored.isEmpty()) {
      return role.scopes();
    }
    EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String code : stored.split(" ", -1)) {
      // A scope that a newer Hark wrote is none that this one could grant.
      ofCode(code).filter(role.scopes()::contains).ifPresent(scopes::add);
    }
    return scopes;
  }
}
