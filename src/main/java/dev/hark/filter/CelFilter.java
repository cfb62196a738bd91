package dev.hark.filter;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges by the parts of an expression, all of which must hold. What a part asks and nobody knows
 * makes it fail, and the reason says that it is not known; a part can allow it with {@code
 * !pay.known || ...}.
 */
final class CelFilter implements TaskFilter {
  private static final Verdict KEPT = new Verdict.Kept();

  private final List<Part> parts;

  CelFilter(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public Verdict judge(Facts facts) {
    List<Sentence> reasons = List.of();
    for (Part part : parts) {
      Optional<Sentence> failure = part.failure(facts);
      if (failure.isPresent() && !reasons.contains(failure.get())) {
        reasons = reasons.isEmpty() ? new ArrayList<>(parts.size()) : reasons;
        reasons.add(failure.get());
      }
    }
    return reasons.isEmpty() ? KEPT : new Verdict.Hidden(reasons);
  }

  @Override
  public List<Check> explain(Facts facts) {
    return parts.stream().map(part -> part.check(facts)).toList();
  }

  @Override
  public List<Sentence> conditions(Optional<Money> floor) {
    return parts.stream().map(part -> part.condition.words(floor)).toList();
  }

  /**
   * One part of the expression.
   *
   * @param program says true or false
   * @param fields what it asks, in the order in which it is written
   * @param amounts what it holds that against, by the names that stand for them
   * @param strict whether it needs all that it asks, as it does where it gives no choice
   * @param own the file's words for its failure
   * @param condition what it asks, in words
   */
  record Part(
      CelRuntime.Program program,
      List<Field> fields,
      Map<String, Money> amounts,
      boolean strict,
      Optional<Sentence> own,
      Condition condition) {

    /** Why this part does not hold; empty where it does. */
    Optional<Sentence> failure(Facts facts) {
      if (strict) {
        // The same answer as below, without an exception for each of thousands of tasks.
        for (Field field : fields) {
          if (field.value(facts).isEmpty()) {
            return Optional.of(field.words(facts));
          }
        }
      }
      Asked asked = new Asked(facts, amounts);
      try {
        return program.eval(asked) instanceof Boolean holds && holds
            ? Optional.empty()
            : Optional.of(own.orElseGet(() -> reason(fields, facts)));
      } catch (CelEvaluationException e) {
        return Optional.of(
            e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED
                ? Sentence.of("fact.filter-endless", Expression.MOST_TURNS)
                : asked.reason());
      }
    }

    Check check(Facts facts) {
      Sentence asks = condition.words(facts.floor());
      return failure(facts)
          .map(failed -> new Check(asks, false, failed))
          .orElseGet(
              () ->
                  new Check(
                      asks,
                      true,
                      fields.isEmpty()
                          ? Sentence.of("condition.met")
                          : fields.getFirst().words(facts)));
    }

    private static Sentence reason(List<Field> fields, Facts facts) {
      return fields.isEmpty() ? Sentence.of("fact.filter-failed") : fields.getFirst().words(facts);
    }
  }

  /** Answers the expression's questions, and remembers the first that had no answer. */
  private static final class Asked implements CelVariableResolver {
    private final Facts facts;
    private final Map<String, Money> amounts;
    private @Nullable Sentence unknown;

    private Asked(Facts facts, Map<String, Money> amounts) {
      this.facts = facts;
      this.amounts = amounts;
    }

    @Override
    public Optional<Object> find(String name) {
      Money amount = amounts.get(name);
      if (amount != null) {
        return amount(amount);
      }
      Optional<Field> field = Field.of(name);
      Optional<Object> value = field.flatMap(known -> known.value(facts));
      if (value.isEmpty() && field.isPresent() && unknown == null) {
        unknown = field.get().words(facts);
      }
      return value;
    }

    private Optional<Object> amount(Money amount) {
      Optional<Money> here = facts.exchange().into(amount, facts.group().reward().currency());
      if (here.isEmpty() && unknown == null) {
        unknown = Sentence.of("fact.money-unknown", amount, facts.group().reward().currency());
      }
      return here.map(money -> money.amount().doubleValue());
    }

    private Sentence reason() {
      return unknown == null ? Sentence.of("fact.filter-failed") : unknown;
    }
  }
}
