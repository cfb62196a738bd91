package dev.hark.cli.bench.load;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Listens between a hub and its database, so that the transactions of a request can be made again
 * without the hub. Safe for use by several threads; transactions are told apart by connection.
 */
final class Tape {
  private final List<Transaction> done = new ArrayList<>();
  private volatile boolean running;

  /**
   * One transaction that was committed.
   *
   * @param writing whether the connection was one for writing
   */
  record Transaction(boolean writing, List<Executed> statements) {
    String shape() {
      return statements.stream().map(Executed::sql).collect(Collectors.joining(";", "[", "]"));
    }
  }

  /**
   * One statement.
   *
   * @param sql as it was prepared
   * @param rows the values of each execution, which is one but in a batch
   * @param changed rows changed, −1 for a query
   * @param results rows read, by column
   */
  record Executed(
      String sql,
      List<List<@Nullable Object>> rows,
      int changed,
      List<Map<String, Object>> results) {}

  /** Listens to a pool's connections. */
  DataSource listen(DataSource source, boolean writing) {
    return (DataSource)
        proxy(
            DataSource.class,
            (method, args) -> {
              Object result = call(source, method, args);
              return result instanceof Connection connection
                  ? new Listener(connection, writing).proxied()
                  : result;
            });
  }

  void start() {
    running = true;
  }

  /** What was committed since the last time, in the order of the commits. */
  synchronized List<Transaction> take() {
    List<Transaction> taken = List.copyOf(done);
    done.clear();
    return taken;
  }

  void stop() {
    running = false;
    take();
  }

  private synchronized void add(Transaction transaction) {
    done.add(transaction);
  }

  /** One connection. */
  private final class Listener {
    private final Connection connection;
    private final boolean writing;
    private List<Executed> statements = new ArrayList<>();

    Listener(Connection connection, boolean writing) {
      this.connection = connection;
      this.writing = writing;
    }

    Connection proxied() {
      return (Connection)
          proxy(
              Connection.class,
              (method, args) -> {
                Object result = call(connection, method, args);
                switch (method.getName()) {
                  case "commit" -> ended(true);
                  case "rollback" -> ended(args != null && args.length > 0);
                  default -> {}
                }
                return result instanceof PreparedStatement prepared
                    ? statement(prepared, (String) Objects.requireNonNull(args)[0])
                    : result;
              });
    }

    private void ended(boolean kept) {
      if (kept && running && !statements.isEmpty()) {
        add(new Transaction(writing, List.copyOf(statements)));
      }
      statements = new ArrayList<>();
    }

    private PreparedStatement statement(PreparedStatement prepared, String sql) {
      TreeMap<Integer, @Nullable Object> values = new TreeMap<>();
      List<List<@Nullable Object>> rows = new ArrayList<>();
      return (PreparedStatement)
          proxy(
              PreparedStatement.class,
              (method, args) -> {
                String name = method.getName();
                if (name.startsWith("set")
                    && args != null
                    && args.length >= 2
                    && args[0] instanceof Integer at) {
                  values.put(at, name.equals("setNull") ? null : args[1]);
                }
                Object result = call(prepared, method, args);
                switch (name) {
                  case "addBatch" -> rows.add(new ArrayList<>(values.values()));
                  case "executeBatch" -> {
                    keep(sql, rows, Arrays.stream((int[]) result).sum(), List.of());
                    rows.clear();
                  }
                  case "execute" -> {
                    int changed = prepared.getUpdateCount();
                    if (changed >= 0) {
                      keep(sql, List.of(new ArrayList<>(values.values())), changed, List.of());
                    }
                  }
                  case "executeUpdate" ->
                      keep(
                          sql,
                          List.of(new ArrayList<>(values.values())),
                          (int) Objects.requireNonNull(result),
                          List.of());
                  case "getResultSet", "executeQuery" -> {
                    if (result instanceof ResultSet set) {
                      List<Map<String, Object>> seen = new ArrayList<>();
                      keep(sql, List.of(new ArrayList<>(values.values())), -1, seen);
                      return results(set, seen);
                    }
                  }
                  default -> {}
                }
                return result;
              });
    }

    private void keep(
        String sql,
        List<List<@Nullable Object>> rows,
        int changed,
        List<Map<String, Object>> results) {
      if (running) {
        if (sql.equals("commit") || sql.equals("rollback")) {
          // SQLite's transactions are ended by statements; one that only read is rolled back.
          ended(sql.equals("commit") || !writing);
          return;
        }
        if (sql.startsWith("begin") || sql.endsWith(" one")) {
          return;
        }
        statements.add(new Executed(sql, List.copyOf(rows), changed, results));
      }
    }

    private ResultSet results(ResultSet set, List<Map<String, Object>> seen) {
      return (ResultSet)
          proxy(
              ResultSet.class,
              (method, args) -> {
                Object result = call(set, method, args);
                if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                  Map<String, Object> row = new TreeMap<>();
                  for (int i = 1; i <= set.getMetaData().getColumnCount(); i++) {
                    Object value = set.getObject(i);
                    if (value != null) {
                      row.put(set.getMetaData().getColumnLabel(i), value);
                    }
                  }
                  seen.add(row);
                }
                return result;
              });
    }
  }

  private interface Call {
    @Nullable Object on(Method method, Object @Nullable [] args) throws Throwable;
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Object proxy(Class<?> type, Call call) {
    return Proxy.newProxyInstance(
        Tape.class.getClassLoader(),
        Stream.of(type).toArray(Class<?>[]::new),
        (self, method, args) -> call.on(method, args));
  }
}
