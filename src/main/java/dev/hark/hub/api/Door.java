package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.FailedSignIns;
import dev.hark.hub.account.SignIn;
import dev.hark.hub.gate.Gate;
import dev.hark.hub.gate.Limits;
import dev.hark.hub.gate.PacedBody;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Where requests come in: counted, signed in, and read no further than is allowed. */
final class Door {
  private static final String VISIT = "hark.visit";

  /**
   * So many bytes too many are read and dropped before they are refused: most senders listen for an
   * answer only after their last byte.
   */
  private static final long HEARD_OUT = 8L << 20;

  private final Gate gate;
  private final SignIn signIn;
  private final FailedSignIns failedSignIns;
  private final Limits limits;

  Door(Gate gate, SignIn signIn, FailedSignIns failedSignIns, Limits limits) {
    this.gate = gate;
    this.signIn = signIn;
    this.failedSignIns = failedSignIns;
    this.limits = limits;
  }

  /**
   * Counts a request for its address.
   *
   * @throws Gate.TooMany where there were too many
   */
  void enter(Context context) {
    Gate.Visit visit = gate.visit(context.req().getRemoteAddr(), context.header("X-Forwarded-For"));
    context.attribute(VISIT, visit);
    try {
      visit.countAddress();
    } finally {
      tell(context, visit);
    }
  }

  /**
   * Who holds the token; counts the request for it.
   *
   * @throws Fault.Refused as {@link SignIn#caller} throws
   * @throws Gate.TooMany where there were too many
   */
  Caller caller(Context context, String token, boolean reads) {
    Gate.Visit visit = Objects.requireNonNull(context.attribute(VISIT));
    Caller caller;
    try {
      caller = signIn.caller(token, reads);
    } catch (Fault.Refused refused) {
      if (refused.refusal() == Refusal.UNAUTHENTICATED) {
        visit.countFailure();
        failedSignIns.count();
      }
      throw refused;
    }
    try {
      visit.countToken(caller.tokenId());
    } finally {
      tell(context, visit);
    }
    return caller;
  }

  /**
   * Looks again whether a token that was good still is, as a request goes on for long.
   *
   * @throws Fault.Refused as {@link SignIn#caller} throws
   */
  void requireStillGood(String token) {
    signIn.caller(token, true);
  }

  private static void tell(Context context, Gate.Visit visit) {
    if (!visit.policy().isEmpty()) {
      context.header("RateLimit-Policy", visit.policy());
      context.header("RateLimit", visit.state());
    }
  }

  /**
   * The body of a request.
   *
   * @param most bytes
   * @throws Fault.Refused with {@link Refusal#TOO_LARGE} where it says itself that it is longer
   */
  PacedBody body(Context context, long most) {
    long announced = context.req().getContentLengthLong();
    try {
      if (announced > most) {
        if (announced <= most + HEARD_OUT) {
          new PacedBody(context.req().getInputStream(), limits, announced)
              .transferTo(OutputStream.nullOutputStream());
        }
        throw new Fault.Refused(Refusal.TOO_LARGE);
      }
      return new PacedBody(context.req().getInputStream(), limits, most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
