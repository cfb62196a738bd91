package dev.hark.market.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import dev.hark.task.Unmet;
import dev.hark.task.UnmetWords;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.ProblemJson;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns a hub's error documents into faults. */
final class Problems {
  private Problems() {}

  static Fault fault(HubCalls.Reply reply, Sentence hub) {
    IOException cause = new IOException("status " + reply.status() + ", " + reply.type());
    if (reply.status() >= 500 && reply.status() != Refusal.NO_ROOM.status()) {
      return new Fault.HubDown(Sentence.of("market.failing", hub), cause);
    }
    Optional<ProblemJson> problem = problem(reply);
    Optional<Refusal> refusal = problem.flatMap(p -> refusal(p, reply.status()));
    if (problem.isPresent() && refusal.isPresent()) {
      return refusal.get() == Refusal.TOO_MANY
          ? Retry.refused(reply)
          : refused(refusal.get(), problem.get());
    }
    return reply.status() == 429
        ? Retry.refused(reply)
        : new Fault.HubDown(Sentence.of("market.nonsense", hub), cause);
  }

  private static Optional<ProblemJson> problem(HubCalls.Reply reply) {
    if (!reply.type().startsWith("application/problem+json")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(reply.body(), ProblemJson.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A newer hub may have codes that are not known here; the status tells the most of it. */
  private static Optional<Refusal> refusal(ProblemJson problem, int status) {
    Optional<Refusal> exact =
        problem.code() == null ? Optional.empty() : Refusal.ofCode(problem.code());
    return exact.or(
        () ->
            switch (status) {
              case 401 -> Optional.of(Refusal.UNAUTHENTICATED);
              case 403 -> Optional.of(Refusal.FORBIDDEN);
              case 404 -> Optional.of(Refusal.NOT_FOUND);
              case 413 -> Optional.of(Refusal.TOO_LARGE);
              case 429 -> Optional.of(Refusal.TOO_MANY);
              default -> status >= 400 ? Optional.of(Refusal.INVALID) : Optional.empty();
            });
  }

  /** The sentences of these refusals have one argument; a hub may forget to send it. */
  private static Fault.Refused refused(Refusal refusal, ProblemJson problem) {
    return switch (refusal) {
      case INVALID -> new Fault.Refused(refusal, Expected.of(argument(problem)));
      case NOT_FOUND, REJECTION_CODE, LACKS_SCOPE -> new Fault.Refused(refusal, argument(problem));
      case NOT_QUALIFIED -> notQualified(problem);
      case LEASE_EXPIRED, TOO_EARLY, TOKEN_EXPIRED, OBJECTION_LATE, REDO_OPEN ->
          new Fault.Refused(refusal, problem.at() == null ? Instant.now() : problem.at());
      case NOT_COVERED, PAYOUT_TOO_MUCH, PAYOUT_TOO_SMALL ->
          amount(problem)
              .map(money -> new Fault.Refused(refusal, money))
              .orElseGet(() -> new Fault.Refused(Refusal.INVALID, argument(problem)));
      default -> new Fault.Refused(refusal);
    };
  }

  private static Fault.Refused notQualified(ProblemJson problem) {
    try {
      List<Unmet> unmet = UnmetReader.all(problem.unmet());
      if (!unmet.isEmpty()) {
        return new Fault.Refused(Refusal.NOT_QUALIFIED, UnmetWords.all(unmet)).because(unmet);
      }
    } catch (Nonsense e) {
      // What the hub says in English is better than nothing.
    }
    return new Fault.Refused(Refusal.NOT_QUALIFIED, argument(problem));
  }

  private static Optional<Money> amount(ProblemJson problem) {
    try {
      return Optional.ofNullable(problem.amount()).map(MoneyJson::toMoney);
    } catch (IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static String argument(ProblemJson problem) {
    List<String> args = problem.args();
    String argument = args == null || args.isEmpty() ? problem.detail() : args.getFirst();
    return PlainText.line(argument, 300);
  }
}
