package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.hub.gate.Gate;
import dev.hark.task.Money;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.ProblemJson;
import dev.hark.wire.UnmetJson;
import dev.hark.wording.Wording;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever a route throws into a problem document. Nothing of the cause reaches the caller.
 */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);

  private static final int ECHO = 200;

  private Problems() {}

  static void answer(Context context, Exception thrown) {
    if (thrown instanceof Gate.TooMany tooMany) {
      context.header("Retry-After", Integer.toString(tooMany.seconds()));
    }
    Fault.Refused refused = refused(context, thrown);
    ProblemJson problem = problem(refused);
    context
        .status(problem.status())
        .contentType("application/problem+json")
        .result(Exchange.encode(problem));
    switch (refused.refusal()) {
      // What is still to come of the body is not worth waiting for.
      case TOO_SLOW, TOO_LARGE, NO_ROOM -> context.header("Connection", "close");
      case UNAUTHENTICATED -> context.header("WWW-Authenticate", "Bearer");
      case TOKEN_EXPIRED -> context.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      case LACKS_SCOPE -> context.header("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
      case HUB_FAILED, NOT_READY -> context.header("Retry-After", "1");
      default -> {}
    }
  }

  private static Fault.Refused refused(Context context, Exception thrown) {
    return switch (thrown) {
      case Fault.Refused refused -> refused;
      case Gate.TooMany tooMany -> new Fault.Refused(Refusal.TOO_MANY);
      case HttpResponseException http when http.getStatus() == 404 ->
          new Fault.Refused(Refusal.NOT_FOUND, context.path());
      case HttpResponseException http when http.getStatus() == 413 ->
          new Fault.Refused(Refusal.TOO_LARGE);
      case HttpResponseException http when http.getStatus() < 500 ->
          new Fault.Refused(Refusal.INVALID, "request: HTTP as the documentation describes it");
      default -> {
        // The route's pattern, not the path: no id of anybody stands in the log.
        LOG.error(
            "{} {} failed, request {}",
            context.method(),
            context.endpoint().path,
            RequestMeter.id(context),
            thrown);
        yield new Fault.Refused(Refusal.HUB_FAILED);
      }
    };
  }

  /** What a refusal says, without what it is about. */
  static String sentence(Refusal refusal) {
    return ENGLISH.say(new Fault.Refused(refusal, "…", "…", "…").sentence());
  }

  static ProblemJson problem(Fault.Refused refused) {
    return problem(refused, refused.refusal().status());
  }

  static ProblemJson problem(Fault.Refused refused, int status) {
    Refusal refusal = refused.refusal();
    List<Object> args = refused.sentence().args().stream().map(Problems::bounded).toList();
    return new ProblemJson(
        "about:blank",
        refusal.code().replace('-', ' '),
        status,
        ENGLISH.say(new Sentence(refused.sentence().key(), args)),
        refusal.code(),
        args.isEmpty() ? null : args.stream().map(Problems::text).toList(),
        first(args, Instant.class),
        amount(args),
        unmet(refused));
  }

  private static @Nullable List<UnmetJson> unmet(Fault.Refused refused) {
    List<UnmetJson> unmet =
        refused.details().stream()
            .filter(UnmetJson.class::isInstance)
            .map(UnmetJson.class::cast)
            .toList();
    return unmet.isEmpty() ? null : unmet;
  }

  /** What a caller sent is said back in one line, and not all of it where it is long. */
  private static Object bounded(Object arg) {
    if (!(arg instanceof String text)) {
      return arg;
    }
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.codePointCount(0, line.length()) > ECHO
        ? line.substring(0, line.offsetByCodePoints(0, ECHO)) + "…"
        : line;
  }

  private static String text(Object arg) {
    return switch (arg) {
      case Money money -> money.currency().getCurrencyCode() + " " + money.amount().toPlainString();
      case Sentence sentence -> ENGLISH.say(sentence);
      default -> arg.toString();
    };
  }

  private static @Nullable MoneyJson amount(List<Object> args) {
    Money money = first(args, Money.class);
    return money == null ? null : MoneyJson.of(money);
  }

  private static <T> @Nullable T first(List<Object> args, Class<T> type) {
    return args.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }
}
