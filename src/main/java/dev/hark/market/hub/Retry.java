package dev.hark.market.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import java.time.Duration;
import java.util.List;

/** How long a hub that gets too many requests asks to wait. */
public final class Retry {
  /** Nobody waits longer on a hub's word. */
  public static final Duration LONGEST = Duration.ofMinutes(15);

  private Retry() {}

  static Fault.Refused refused(HubCalls.Reply reply) {
    Duration asked = Duration.ofSeconds(reply.retryAfter());
    return new Fault.Refused(Refusal.TOO_MANY).because(List.of(asked));
  }

  /** What a refusal with {@code TOO_MANY} asks for; zero where it names no time. */
  public static Duration after(Fault.Refused refused) {
    return refused.details().stream()
        .filter(Duration.class::isInstance)
        .map(Duration.class::cast)
        .findFirst()
        .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked)
        .orElse(Duration.ZERO);
  }
}
