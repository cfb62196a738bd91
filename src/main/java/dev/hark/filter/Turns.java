package dev.hark.filter;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.stream.LongStream;

/** How often the loops of an expression turn at least, where nothing ends them early. */
final class Turns {
  private static final long MANY = Integer.MAX_VALUE;

  private Turns() {}

  static long of(CelExpr expr) {
    return Math.min(
        MANY,
        switch (expr.exprKind().getKind()) {
          case CALL ->
              expr.call().target().map(Turns::of).orElse(0L)
                  + expr.call().args().stream().mapToLong(Turns::of).sum();
          case LIST -> expr.list().elements().stream().mapToLong(Turns::of).sum();
          case COMPREHENSION -> loop(expr.comprehension());
          case SELECT -> of(expr.select().operand());
          case CONSTANT, IDENT, MAP, STRUCT, NOT_SET -> 0;
        });
  }

  private static long loop(CelComprehension loop) {
    CelExpr range = loop.iterRange();
    long size =
        range.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST
            ? range.list().elements().size()
            : 1;
    long inner = of(loop.loopStep()) + of(loop.loopCondition());
    return LongStream.of(of(range), size * Math.max(1, inner), of(loop.result())).sum();
  }
}
