package dev.hark.filter;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.hark.fault.Sentence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges by the parts of an expression, all of which must hold. What a part asks and nobody knows
 * makes it fail, and the reason says that it is not known; a part can allow it with {@code
 * !pay.known || ...}.
 */
final class CelFilter implements TaskFilter {
  private final List<Part> parts;

  CelFilter(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public Verdict judge(Facts facts) {
    Set<Sentence> reasons = new LinkedHashSet<>();
    for (Part part : parts) {
      part.failure(facts).ifPresent(reasons::add);
    }
    return reasons.isEmpty() ? new Verdict.Kept() : new Verdict.Hidden(List.copyOf(reasons));
  }

  /**
   * One part of the expression.
   *
   * @param program says true or false
   * @param fields what it asks, in the order in which it is written
   * @param strict whether it needs all that it asks, as it does where it gives no choice
   * @param own the file's words for its failure
   */
  record Part(
      CelRuntime.Program program, List<Field> fields, boolean strict, Optional<Sentence> own) {

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
      Asked asked = new Asked(facts);
      try {
        return program.eval(asked) instanceof Boolean holds && holds
            ? Optional.empty()
            : Optional.of(own.orElseGet(() -> reason(fields, facts)));
      } catch (CelEvaluationException e) {
        return Optional.of(reason(List.copyOf(asked.unknown), facts));
      }
    }

    private static Sentence reason(List<Field> fields, Facts facts) {
      return fields.isEmpty() ? Sentence.of("fact.filter-failed") : fields.getFirst().words(facts);
    }
  }

  /** Answers the expression's questions, and remembers which of them had no answer. */
  private static final class Asked implements CelVariableResolver {
    private final Facts facts;
    private final Set<Field> unknown = new LinkedHashSet<>();

    private Asked(Facts facts) {
      this.facts = facts;
    }

    @Override
    public Optional<Object> find(String name) {
      Optional<Field> field = Field.of(name);
      Optional<Object> value = field.flatMap(known -> known.value(facts));
      if (value.isEmpty()) {
        field.ifPresent(unknown::add);
      }
      return value;
    }
  }
}
