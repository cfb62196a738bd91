package dev.hark.filter;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import dev.hark.task.Need;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One part of an expression in words, such as "pay per hour of at least 14 euros 71". */
final class Condition {
  private static final Map<String, String> TURNED =
      Map.of(
          "_<_", "_>_", "_<=_", "_>=_", "_>_", "_<_", "_>=_", "_<=_", "_==_", "_==_", "_!=_",
          "_!=_");
  private static final Map<String, String> WORDS =
      Map.of(
          "_<_", "condition.under",
          "_<=_", "condition.at-most",
          "_>_", "condition.over",
          "_>=_", "condition.at-least",
          "_==_", "condition.is",
          "_!=_", "condition.is-not");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final CelExpr expr;
  private final CelSource source;

  Condition(CelExpr expr, CelSource source) {
    this.expr = expr;
    this.source = source;
  }

  /**
   * @param floor the worker's, where the words are for one
   */
  Sentence words(Optional<Money> floor) {
    return words(expr, floor);
  }

  private Sentence words(CelExpr part, Optional<Money> floor) {
    Optional<Field> yes = Names.field(part).filter(field -> field.type() == Field.Type.YES_NO);
    if (yes.isPresent()) {
      return Sentence.of("condition.yes." + key(yes.get()));
    }
    if (part.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL) {
      return written(part);
    }
    List<CelExpr> args = part.call().args();
    return switch (part.call().function()) {
      case "_||_" ->
          Sentence.of("condition.or", words(args.get(0), floor), words(args.get(1), floor));
      case "_&&_" ->
          Sentence.of("condition.and", words(args.get(0), floor), words(args.get(1), floor));
      case "!_" -> not(args.getFirst(), floor);
      case "@in" -> in(args, "condition.has", "condition.among").orElseGet(() -> written(part));
      case "contains", "startsWith", "endsWith" -> text(part).orElseGet(() -> written(part));
      default -> comparison(part, floor).orElseGet(() -> written(part));
    };
  }

  private Sentence not(CelExpr inner, Optional<Money> floor) {
    Optional<Field> no = Names.field(inner).filter(field -> field.type() == Field.Type.YES_NO);
    if (no.isPresent()) {
      return Sentence.of("condition.no." + key(no.get()));
    }
    Optional<Sentence> in =
        isCall(inner, "@in")
            ? in(inner.call().args(), "condition.has-not", "condition.not-among")
            : Optional.empty();
    return in.orElseGet(() -> Sentence.of("condition.not", words(inner, floor)));
  }

  private static boolean isCall(CelExpr part, String function) {
    return part.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
        && part.call().function().equals(function);
  }

  /** {@code "sight" in task.needs} and {@code task.kind in ["transcribe"]}. */
  private static Optional<Sentence> in(List<CelExpr> args, String has, String among) {
    Optional<Field> list = Names.field(args.getLast());
    Optional<String> one = Amounts.text(args.getFirst());
    if (list.filter(Field.TASK_NEEDS::equals).isPresent()
        && one.flatMap(Condition::need).isPresent()) {
      boolean wanted = has.equals("condition.has");
      return one.flatMap(Condition::need)
          .map(
              need ->
                  Sentence.of(
                      wanted ? "condition.needs" : "condition.needs-not", FactWords.need(need)));
    }
    if (list.isPresent() && one.isPresent()) {
      return Optional.of(Sentence.of(has, noun(list.get()), one.get()));
    }
    Optional<Field> field = Names.field(args.getFirst());
    if (field.isEmpty() || args.getLast().exprKind().getKind() != CelExpr.ExprKind.Kind.LIST) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (CelExpr element : args.getLast().list().elements()) {
      Optional<Object> value = value(field.get(), element, Optional.empty());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(Sentence.of(among, noun(field.get()), values));
  }

  private static Optional<Need> need(String word) {
    return Arrays.stream(Need.values())
        .filter(need -> need.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static Optional<Sentence> text(CelExpr part) {
    Optional<Field> field = part.call().target().flatMap(Names::field);
    Optional<String> text = part.call().args().stream().findFirst().flatMap(Amounts::text);
    return field.isEmpty() || text.isEmpty()
        ? Optional.empty()
        : Optional.of(Sentence.of("condition.has", noun(field.get()), text.get()));
  }

  private static Optional<Sentence> comparison(CelExpr part, Optional<Money> floor) {
    List<CelExpr> args = part.call().args();
    String function = part.call().function();
    if (!WORDS.containsKey(function) || args.size() != 2) {
      return Optional.empty();
    }
    CelExpr left = args.getFirst();
    CelExpr right = args.getLast();
    if (Names.field(left).isEmpty() || Names.field(left).get() == Field.ME_FLOOR) {
      CelExpr other = left;
      left = right;
      right = other;
      function = TURNED.getOrDefault(function, function);
    }
    Optional<Field> field = Names.field(left);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    String key =
        function.equals("_==_") && field.get().type() == Field.Type.COUNT
            ? "condition.exactly"
            : WORDS.getOrDefault(function, "condition.is");
    return value(field.get(), right, floor)
        .map(value -> Sentence.of(key, noun(field.get()), value));
  }

  /** What a field is held against, in words or as a value that has words. */
  private static Optional<Object> value(Field field, CelExpr expr, Optional<Money> floor) {
    if (Names.field(expr).filter(Field.ME_FLOOR::equals).isPresent()) {
      return Optional.of(
          floor.<Object>map(money -> money).orElse(Sentence.of("condition.your-floor")));
    }
    if (Amounts.isAmount(expr)) {
      return Amounts.amount(expr).map(money -> money);
    }
    if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
      return Optional.of(said(field, expr.constant().stringValue()));
    }
    return Amounts.number(expr).map(number -> measured(field, number));
  }

  private static Object said(Field field, String text) {
    return field == Field.TASK_LANGUAGE && text.matches("[a-z]{2,3}") ? Locale.of(text) : text;
  }

  private static Object measured(Field field, BigDecimal number) {
    if (number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
      return number;
    }
    return switch (field) {
      case TASK_MINUTES -> Duration.ofMillis(number.movePointRight(3).longValue() * 60);
      case TASK_SECONDS -> Duration.ofMillis(number.movePointRight(3).longValue());
      case REQUESTER_DAYS -> Duration.ofSeconds(Math.round(number.doubleValue() * 86_400));
      case REQUESTER_APPROVAL ->
          Sentence.of("condition.percent", number.multiply(HUNDRED).stripTrailingZeros());
      default -> number;
    };
  }

  private static Sentence noun(Field field) {
    return Sentence.of("condition." + key(field));
  }

  private static String key(Field field) {
    return field.label().replace('.', '-').replace('_', '-');
  }

  private Sentence written(CelExpr part) {
    return Sentence.of(
        "condition.written",
        CelUnparserFactory.newUnparser().unparse(CelAbstractSyntaxTree.newParsedAst(part, source)));
  }
}
