package dev.hark.cli.bench.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one request, with places where another request of the kind has other values.
 *
 * @param transactions in their order
 */
record Script(List<Transaction> transactions) {
  /** Later than this, a number is a time in milliseconds. */
  private static final long TIMES = 1_600_000_000_000L;

  private static final long FARTHEST = 400L * 24 * 3600 * 1000;
  private static final Pattern ID = Pattern.compile("[2-9a-z]{12}");

  /** A transaction that is played as a whole. */
  record Transaction(boolean writing, List<Statement> statements) {}

  /**
   * A statement with the places of its values.
   *
   * @param changed rows that it must change, −1 for a query
   */
  record Statement(String sql, List<List<Place>> rows, int changed) {}

  /** Where a value comes from. */
  sealed interface Place {
    /** The same each time. */
    record Same(@Nullable Object value) implements Place {}

    /** What the request is about, such as {@code worker} or {@code group}. */
    record Named(String name) implements Place {}

    /** An id that is made anew for each request, the same within one. */
    record Fresh(int number) implements Place {}

    /** So many milliseconds from now. */
    record Time(long later) implements Place {}

    /** What the first row of an earlier statement of the same request says. */
    record Read(int statement, String column) implements Place {}
  }

  /**
   * Finds where the values of a request came from.
   *
   * @param taken what it did
   * @param names what it was about: values by name
   * @param now when, in epoch milliseconds
   */
  static Script of(List<Tape.Transaction> taken, Map<String, String> names, long now) {
    Map<Object, Place> known = new HashMap<>();
    names.forEach((name, value) -> known.put(value, new Place.Named(name)));
    List<Transaction> transactions = new ArrayList<>();
    int fresh = 0;
    int number = 0;
    for (Tape.Transaction transaction : taken) {
      List<Statement> statements = new ArrayList<>();
      for (Tape.Executed executed : transaction.statements()) {
        List<List<Place>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : executed.rows()) {
          List<Place> places = new ArrayList<>();
          for (@Nullable Object value : row) {
            Place place = value == null ? new Place.Same(null) : known.get(value);
            if (place == null && value instanceof String text && ID.matcher(text).matches()) {
              place = new Place.Fresh(fresh++);
              known.put(value, place);
            }
            if (place == null && value instanceof Long time && time > TIMES && near(time, now)) {
              place = new Place.Time(time - now);
            }
            places.add(place == null ? new Place.Same(value) : place);
          }
          rows.add(places);
        }
        statements.add(new Statement(executed.sql(), rows, executed.changed()));
        if (!executed.results().isEmpty()) {
          int here = number;
          executed
              .results()
              .getFirst()
              .forEach(
                  (column, value) -> {
                    if (value instanceof String text && ID.matcher(text).matches()) {
                      known.putIfAbsent(value, new Place.Read(here, column));
                    }
                  });
        }
        number++;
      }
      transactions.add(new Transaction(transaction.writing(), statements));
    }
    return new Script(transactions);
  }

  private static boolean near(long time, long now) {
    return Math.abs(time - now) < FARTHEST;
  }

  /** How many statements, for people. */
  int statements() {
    return transactions.stream().mapToInt(one -> one.statements().size()).sum();
  }
}
