package dev.hark.filter;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.hark.fault.Fault;
import dev.hark.fault.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The names in an expression: those that are no {@link Field} are faults of the file. */
final class Names {
  private static final Set<String> CHOICES = Set.of("_&&_", "_||_", "_?_:_");

  private final Written written;
  private final CelSource source;

  Names(Written written, CelSource source) {
    this.written = written;
    this.source = source;
  }

  void check(CelExpr expr) {
    walk(
        expr,
        Set.of(),
        (name, root) -> {
          if (Field.of(name).isEmpty()) {
            throw unknown(name, written.place(position(root, source)));
          }
        });
  }

  /** The fields that an expression reads, in the order in which they are written. */
  static List<Field> fields(CelExpr expr) {
    Set<Field> fields = new LinkedHashSet<>();
    walk(expr, Set.of(), (name, root) -> Field.of(name).ifPresent(fields::add));
    return List.copyOf(fields);
  }

  /** The field that an expression is, where it is nothing else. */
  static Optional<Field> field(CelExpr expr) {
    StringBuilder name = new StringBuilder();
    CelExpr at = expr;
    while (at.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
      name.insert(0, "." + at.select().field());
      at = at.select().operand();
    }
    return at.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
        ? Field.of(at.ident().name() + name)
        : Optional.empty();
  }

  /** Whether an expression reads all of its names, whatever they are. */
  static boolean strict(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case IDENT, CONSTANT -> true;
      case SELECT -> strict(expr.select().operand());
      case LIST -> expr.list().elements().stream().allMatch(Names::strict);
      case CALL ->
          !CHOICES.contains(expr.call().function())
              && expr.call().target().map(Names::strict).orElse(true)
              && expr.call().args().stream().allMatch(Names::strict);
      case COMPREHENSION, MAP, STRUCT, NOT_SET -> false;
    };
  }

  /** The leftmost offset of an expression in its source. */
  static int leftmost(CelExpr expr, CelSource source) {
    List<Integer> offsets = new ArrayList<>();
    offsets.add(position(expr, source));
    walk(expr, Set.of(), (name, root) -> offsets.add(position(root, source)));
    return offsets.stream().mapToInt(Integer::intValue).min().orElse(0);
  }

  private static int position(CelExpr expr, CelSource source) {
    return source.getPositionsMap().getOrDefault(expr.id(), 0);
  }

  private Fault unknown(String name, Place place) {
    Optional<String> near = Nearest.to(name, Field.labels());
    return near.map(field -> written.at(place, null, "filter.unknown-field-near", name, field))
        .orElseGet(() -> written.at(place, null, "filter.unknown-field", name));
  }

  /** Hands over each name with the identifier it begins with; loop variables are left out. */
  private static void walk(CelExpr expr, Set<String> local, BiConsumer<String, CelExpr> found) {
    switch (expr.exprKind().getKind()) {
      case IDENT -> {
        if (!local.contains(expr.ident().name())) {
          found.accept(expr.ident().name(), expr);
        }
      }
      case SELECT -> select(expr, local, found);
      case CALL -> {
        expr.call().target().ifPresent(target -> walk(target, local, found));
        expr.call().args().forEach(arg -> walk(arg, local, found));
      }
      case LIST -> expr.list().elements().forEach(element -> walk(element, local, found));
      case MAP ->
          expr.map()
              .entries()
              .forEach(
                  entry -> {
                    walk(entry.key(), local, found);
                    walk(entry.value(), local, found);
                  });
      case COMPREHENSION -> loop(expr.comprehension(), local, found);
      case STRUCT -> expr.struct().entries().forEach(entry -> walk(entry.value(), local, found));
      case CONSTANT, NOT_SET -> {}
    }
  }

  private static void select(CelExpr expr, Set<String> local, BiConsumer<String, CelExpr> found) {
    StringBuilder name = new StringBuilder();
    CelExpr at = expr;
    while (at.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
      name.insert(0, "." + at.select().field());
      at = at.select().operand();
    }
    if (at.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
      if (!local.contains(at.ident().name())) {
        found.accept(at.ident().name() + name, at);
      }
    } else {
      walk(at, local, found);
    }
  }

  private static void loop(
      CelComprehension loop, Set<String> local, BiConsumer<String, CelExpr> found) {
    walk(loop.iterRange(), local, found);
    Set<String> inner = new HashSet<>(local);
    inner.add(loop.iterVar());
    inner.add(loop.accuVar());
    if (!loop.iterVar2().isEmpty()) {
      inner.add(loop.iterVar2());
    }
    walk(loop.accuInit(), inner, found);
    walk(loop.loopCondition(), inner, found);
    walk(loop.loopStep(), inner, found);
    walk(loop.result(), inner, found);
  }
}
