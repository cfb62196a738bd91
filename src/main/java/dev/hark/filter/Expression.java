package dev.hark.filter;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Turns an expression into something that judges: reads it, holds its names against {@link Field},
 * and splits it at its outermost {@code &&} so that each part can say why it fails.
 *
 * <p>What an expression can cost is bounded: its length and depth, the turns of its loops, and no
 * pattern matching.
 */
final class Expression {
  private static final int MOST_CHARACTERS = 4000;
  static final int MOST_TURNS = 1000;
  private static final Pattern FUNCTION = Pattern.compile("undeclared reference to '([^']*)'");

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(MOST_TURNS)
          .maxExpressionCodePointSize(MOST_CHARACTERS)
          .maxParseRecursionDepth(32)
          .maxParseErrorRecoveryLimit(3)
          .populateMacroCalls(true)
          .build();

  private final Written written;
  private final CelCompiler compiler = compiler();

  private Expression(Written written) {
    this.written = written;
  }

  static CelFilter compile(Written written) {
    return new Expression(written).compile();
  }

  private CelFilter compile() {
    String keep = written.keep();
    if (keep.codePointCount(0, keep.length()) > MOST_CHARACTERS) {
      throw written.at(written.place(0), null, "filter.too-long", MOST_CHARACTERS);
    }
    CelAbstractSyntaxTree whole = parse(keep);
    new Names(written, whole.getSource()).check(whole.getExpr());
    List<CelExpr> conjuncts = new ArrayList<>();
    split(whole.getExpr(), conjuncts);
    Map<String, Sentence> reasons = reasons(conjuncts, whole.getSource());
    CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    List<CelFilter.Part> parts = new ArrayList<>();
    for (CelExpr conjunct : conjuncts) {
      Amounts amounts = new Amounts(written, whole.getSource());
      CelAbstractSyntaxTree checked = check(conjunct, amounts.named(conjunct), whole.getSource());
      new Units(written, whole.getSource()).check(conjunct);
      if (Turns.of(conjunct) > MOST_TURNS) {
        throw written.at(place(conjunct, whole.getSource()), null, "filter.endless", MOST_TURNS);
      }
      try {
        parts.add(
            new CelFilter.Part(
                runtime.createProgram(checked),
                Names.fields(conjunct),
                amounts.found(),
                Names.strict(conjunct),
                Optional.ofNullable(reasons.get(text(conjunct, whole.getSource()))),
                new Condition(conjunct, whole.getSource())));
      } catch (CelEvaluationException e) {
        throw written.at(place(conjunct, whole.getSource()), e, "filter.syntax");
      }
    }
    return new CelFilter(parts);
  }

  private CelAbstractSyntaxTree parse(String text) {
    try {
      return compiler.parse(text).getAst();
    } catch (CelValidationException e) {
      throw issue(e);
    }
  }

  private CelAbstractSyntaxTree check(CelExpr part, CelExpr named, CelSource source) {
    try {
      CelAbstractSyntaxTree checked =
          compiler.check(CelAbstractSyntaxTree.newParsedAst(named, source)).getAst();
      if (!checked.getResultType().equals(SimpleType.BOOL)) {
        throw written.at(place(part, source), null, "filter.not-yes-no", text(part, source));
      }
      return checked;
    } catch (CelValidationException e) {
      throw issue(e);
    }
  }

  private static void split(CelExpr expr, List<CelExpr> into) {
    if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
        && expr.call().function().equals("_&&_")) {
      expr.call().args().forEach(part -> split(part, into));
    } else {
      into.add(expr);
    }
  }

  /** Own words by the part they belong to, both written the one way that the machine writes. */
  private Map<String, Sentence> reasons(List<CelExpr> conjuncts, CelSource source) {
    List<String> parts = conjuncts.stream().map(part -> text(part, source)).toList();
    Map<String, Sentence> reasons = new HashMap<>();
    for (Map.Entry<ScalarNode, Sentence> entry : written.reasons().entrySet()) {
      String key = entry.getKey().getValue();
      Fault none = written.at(Place.of(entry.getKey()), null, "filter.no-such-part", key);
      String part;
      try {
        CelAbstractSyntaxTree parsed = compiler.parse(key).getAst();
        part = text(parsed.getExpr(), parsed.getSource());
      } catch (CelValidationException e) {
        throw none;
      }
      if (!parts.contains(part)) {
        throw none;
      }
      reasons.put(part, entry.getValue());
    }
    return reasons;
  }

  private static String text(CelExpr part, CelSource source) {
    return CelUnparserFactory.newUnparser()
        .unparse(CelAbstractSyntaxTree.newParsedAst(part, source));
  }

  private Place place(CelExpr part, CelSource source) {
    return written.place(Names.leftmost(part, source));
  }

  private Fault issue(CelValidationException e) {
    CelIssue first = e.getErrors().getFirst();
    CelSourceLocation location = first.getSourceLocation();
    int offset =
        e.getSource()
            .getLocationOffset(Math.max(1, location.getLine()), Math.max(0, location.getColumn()))
            .orElse(0);
    Place place = written.place(offset);
    String said = first.getMessage();
    Matcher function = FUNCTION.matcher(said);
    if (function.find()) {
      return written.at(place, e, "filter.unknown-function", function.group(1));
    }
    if (said.contains("'(double, int)'") || said.contains("'(int, double)'")) {
      return written.at(place, e, "filter.mixed-numbers");
    }
    return written.at(
        place, e, said.contains("no matching overload") ? "filter.types" : "filter.syntax");
  }

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(
                CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .excludeFunctions(StandardFunction.MATCHES)
                    .build());
    for (Field field : Field.values()) {
      builder.addVar(field.label(), type(field.type()));
    }
    for (int n = 0; n < Amounts.MOST; n++) {
      builder.addVar(Amounts.name(n), SimpleType.DOUBLE);
    }
    return builder.build();
  }

  private static CelType type(Field.Type type) {
    return switch (type) {
      case YES_NO -> SimpleType.BOOL;
      case COUNT -> SimpleType.INT;
      case NUMBER -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
      case TEXTS -> ListType.create(SimpleType.STRING);
    };
  }
}
