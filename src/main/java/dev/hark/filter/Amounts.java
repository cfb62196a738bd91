package dev.hark.filter;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.hark.fault.Fault;
import dev.hark.task.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Amounts with their currency in an expression, such as {@code money(14.71, "EUR")}. Each becomes a
 * name whose value is the amount in the currency of the task that is judged, so that euros are
 * never held against dollars as if they were the same.
 */
final class Amounts {
  /** So many amounts can stand in one expression. */
  static final int MOST = 16;

  private static final String FUNCTION = "money";

  private final Written written;
  private final CelSource source;
  private final Map<String, Money> amounts = new LinkedHashMap<>();

  Amounts(Written written, CelSource source) {
    this.written = written;
    this.source = source;
  }

  /** The name that stands for the n-th amount; nobody can write it. */
  static String name(int n) {
    return "money_" + n;
  }

  Map<String, Money> found() {
    return Map.copyOf(amounts);
  }

  static boolean isAmount(CelExpr expr) {
    return expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
        && expr.call().function().equals(FUNCTION);
  }

  /** The amount that is written; empty where it is none. */
  static Optional<Money> amount(CelExpr expr) {
    List<CelExpr> args = expr.call().args();
    if (args.size() != 2 || expr.call().target().isPresent()) {
      return Optional.empty();
    }
    Optional<BigDecimal> number = number(args.getFirst());
    Optional<String> code = text(args.getLast());
    if (number.isEmpty() || code.isEmpty()) {
      return Optional.empty();
    }
    try {
      Currency currency = Currency.getInstance(code.get().toUpperCase(Locale.ROOT));
      BigDecimal minor =
          number
              .get()
              .movePointRight(currency.getDefaultFractionDigits())
              .setScale(0, RoundingMode.HALF_EVEN);
      return Optional.of(new Money(minor.longValueExact(), currency));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** A number that is written as such. */
  static Optional<BigDecimal> number(CelExpr expr) {
    if (expr.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return Optional.empty();
    }
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case INT64_VALUE -> Optional.of(BigDecimal.valueOf(constant.int64Value()));
      case DOUBLE_VALUE ->
          Double.isFinite(constant.doubleValue())
              ? Optional.of(BigDecimal.valueOf(constant.doubleValue()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Words that are written as such. */
  static Optional<String> text(CelExpr expr) {
    return expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expr.constant().stringValue())
        : Optional.empty();
  }

  /** The expression with names for its amounts. */
  CelExpr named(CelExpr expr) {
    if (expr.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL) {
      return expr;
    }
    if (isAmount(expr)) {
      Money amount = amount(expr).orElseThrow(() -> fault(expr, "filter.money"));
      if (amounts.size() == MOST) {
        throw fault(expr, "filter.many-amounts");
      }
      String name = name(amounts.size());
      amounts.put(name, amount);
      return CelExpr.ofIdent(expr.id(), name);
    }
    CelCall.Builder call = CelCall.newBuilder().setFunction(expr.call().function());
    expr.call().target().ifPresent(target -> call.setTarget(named(target)));
    expr.call().args().forEach(arg -> call.addArgs(named(arg)));
    return CelExpr.newBuilder().setId(expr.id()).setCall(call.build()).build();
  }

  private Fault fault(CelExpr expr, String key) {
    return written.at(written.place(Names.leftmost(expr, source)), null, key, MOST);
  }
}
