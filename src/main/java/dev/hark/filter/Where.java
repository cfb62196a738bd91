package dev.hark.filter;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions that are written on the line, without a file. What is wrong with one is a {@code
 * Fault.Usage} that names its line, its column and what was probably meant.
 */
public final class Where {
  private static final String ID = "where";

  private Where() {}

  /** One that is typed where nothing else is meant. */
  public static NamedFilter of(String expression) {
    return compile(expression, Sentence.of("filter.where-typed"));
  }

  /** Each as it stands behind a {@code --where}. */
  public static List<NamedFilter> options(List<String> expressions) {
    List<NamedFilter> filters = new ArrayList<>();
    for (String expression : expressions) {
      Sentence source =
          expressions.size() == 1
              ? Sentence.of("filter.where")
              : Sentence.of("filter.where-nth", filters.size() + 1);
      filters.add(compile(expression, source));
    }
    return List.copyOf(filters);
  }

  private static NamedFilter compile(String expression, Sentence source) {
    if (expression.isBlank()) {
      throw new Fault.Usage(Sentence.of("filter.where-empty", source));
    }
    CelFilter filter =
        Expression.compile(
            new Written(
                expression,
                offset -> place(expression, offset),
                (place, cause, key, args) -> fault(source, place, key, args),
                Map.of()));
    return new NamedFilter(ID, FactWords.list(filter.conditions(Optional.empty())), filter);
  }

  private static Fault.Usage fault(Sentence source, Place place, String key, Object... args) {
    Object[] all = new Object[args.length + 3];
    all[0] = source;
    all[1] = place.line();
    all[2] = place.column();
    System.arraycopy(args, 0, all, 3, args.length);
    return new Fault.Usage(Sentence.of(key, all));
  }

  private static Place place(String text, int offset) {
    int[] before = text.codePoints().limit(offset).toArray();
    int line = 1;
    int column = 1;
    for (int point : before) {
      column = point == '\n' ? 1 : column + 1;
      line += point == '\n' ? 1 : 0;
    }
    return new Place(line, column);
  }
}
