package dev.hark.hub.gate;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in, or refuses those that come past the proxy or too often. Counts in memory, so
 * that each node of a hub counts for itself. Requests from this very machine are not counted. Safe
 * for use by several threads.
 */
public final class Gate {
  private final Proxies proxies;
  private final Buckets addresses;
  private final Buckets tokens;
  private final Buckets failures;

  public Gate(Limits limits, Proxies proxies, Clock clock) {
    this.proxies = proxies;
    this.addresses = new Buckets(limits.perAddress(), clock);
    this.tokens = new Buckets(limits.perToken(), clock);
    this.failures = new Buckets(limits.failures(), clock);
  }

  /** A request was refused for now. */
  public static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int seconds;

    TooMany(int seconds) {
      super("too many", null, false, false);
      this.seconds = seconds;
    }

    /** How long to wait. */
    public int seconds() {
      return seconds;
    }
  }

  /**
   * Somebody who was let in.
   *
   * @throws Fault.Refused with {@link Refusal#PROXY_ONLY} where they come past the stated proxies
   */
  public Visit visit(String peer, @Nullable String forwarded) {
    Optional<Proxies.Origin> origin = proxies.origin(peer, forwarded);
    if (origin.isEmpty()) {
      throw new Fault.Refused(Refusal.PROXY_ONLY);
    }
    return new Visit(origin.get());
  }

  /** One request, as it passes what is counted. Used by one thread. */
  public final class Visit {
    private final Proxies.Origin origin;
    private String policy = "";
    private String state = "";

    private Visit(Proxies.Origin origin) {
      this.origin = origin;
    }

    /**
     * Counts the request for its address.
     *
     * @throws TooMany where there were too many
     */
    public void countAddress() {
      if (!origin.trusted()) {
        require("address", addresses, addresses.take(origin.key()));
        require("sign-in", failures, failures.look(origin.key()));
      }
    }

    /** Counts a token that was not good. */
    public void countFailure() {
      if (!origin.trusted()) {
        failures.take(origin.key());
      }
    }

    /**
     * Counts the request for its token.
     *
     * @throws TooMany where there were too many
     */
    public void countToken(String tokenId) {
      if (!origin.trusted()) {
        require("token", tokens, tokens.take(tokenId));
      }
    }

    private void require(String name, Buckets buckets, Buckets.Left left) throws TooMany {
      boolean told = left.allowed() && name.equals("sign-in");
      if (!told) {
        add(name, buckets.quota(), left);
      }
      if (!left.allowed()) {
        throw new TooMany(left.seconds());
      }
    }

    private void add(String name, int quota, Buckets.Left left) {
      String comma = policy.isEmpty() ? "" : ", ";
      policy += comma + '"' + name + "\";q=" + quota + ";w=" + Buckets.WINDOW_SECONDS;
      state += comma + '"' + name + "\";r=" + left.remaining() + ";t=" + left.seconds();
    }

    /** The header RateLimit-Policy; empty where nothing is counted. */
    public String policy() {
      return policy;
    }

    /** The header RateLimit; empty where nothing is counted. */
    public String state() {
      return state;
    }
  }
}
