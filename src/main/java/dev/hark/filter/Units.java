package dev.hark.filter;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.parser.CelUnparserFactory;
import dev.hark.fault.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds comparisons and sums of numbers that count different things, such as euros and minutes. */
final class Units {
  private static final Set<String> TOGETHER =
      Set.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_", "_+_", "_-_");
  private static final Set<String> SUMS = Set.of("_+_", "_-_");
  private static final Set<String> SCALES = Set.of("_*_", "_/_");

  private final Written written;
  private final CelSource source;

  Units(Written written, CelSource source) {
    this.written = written;
    this.source = source;
  }

  /** What an expression counts, where that is known; a fault where it mixes. */
  Optional<Unit> check(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case IDENT, SELECT -> Names.field(expr).flatMap(Unit::of);
      case CALL -> call(expr);
      case LIST -> {
        expr.list().elements().forEach(this::check);
        yield Optional.empty();
      }
      case COMPREHENSION -> {
        CelComprehension loop = expr.comprehension();
        List.of(loop.iterRange(), loop.loopCondition(), loop.loopStep(), loop.result())
            .forEach(this::check);
        yield Optional.empty();
      }
      case CONSTANT, MAP, STRUCT, NOT_SET -> Optional.empty();
    };
  }

  private Optional<Unit> call(CelExpr expr) {
    String function = expr.call().function();
    List<CelExpr> args = expr.call().args();
    if (Amounts.isAmount(expr)) {
      return Optional.of(Unit.AMOUNT);
    }
    expr.call().target().ifPresent(this::check);
    List<Optional<Unit>> units = args.stream().map(this::check).toList();
    if (args.size() != 2) {
      return function.equals("-_") ? units.getFirst() : Optional.empty();
    }
    Optional<Unit> left = units.getFirst();
    Optional<Unit> right = units.getLast();
    if (TOGETHER.contains(function)
        && left.isPresent()
        && right.isPresent()
        && !left.get().goesWith(right.get())) {
      throw written.at(
          written.place(Names.leftmost(expr, source)),
          null,
          "filter.units",
          text(args.getFirst()),
          left.get().words(),
          text(args.getLast()),
          right.get().words());
    }
    if (SUMS.contains(function)) {
      return left.or(() -> right);
    }
    boolean scales = SCALES.contains(function) && (left.isEmpty() || right.isEmpty());
    return scales
        ? left.or(() -> function.equals("_*_") ? right : Optional.<Unit>empty())
        : Optional.empty();
  }

  private Sentence text(CelExpr expr) {
    return Sentence.of(
        "condition.written",
        CelUnparserFactory.newUnparser().unparse(CelAbstractSyntaxTree.newParsedAst(expr, source)));
  }
}
