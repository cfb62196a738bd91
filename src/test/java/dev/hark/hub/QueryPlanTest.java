package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No call reads all that a hub has ever had. */
class QueryPlanTest {
  /** What grows with the work that a hub has seen. */
  private static final String GROWING =
      "account|assignment|slot|task|task_group|job|job_piece|piece_text|piece_answer"
          + "|repeat_task|bonus|bonus_later|dispute|entry|transfer|event|rejection|redo|review|draft"
          + "|worker_trust|worker_copies|word_habit|payout|medium";

  /** A table under its own name or another, through which a statement goes. */
  private static final Pattern WHOLE =
      Pattern.compile("SCAN (\\w+)( USING (COVERING )?INDEX sqlite_autoindex.*)?");

  /** All answers in a state, which are nearly all that there are. */
  private static final Pattern STATES =
      Pattern.compile("SEARCH \\w+ USING (COVERING )?INDEX assignment_states .*");

  /** Those that are for all there is, or end by a limit. */
  private static final Pattern FOR_ALL =
      Pattern.compile(
          "(?s)(.* as subject.*" // the ledger's check
              + "|select count\\(\\*\\) from transfer" // its size
              + "|select g\\.\\*, st\\.\\*.*" // the list of groups
              + "|select count\\(distinct n\\.worker_id\\).*submitted >= .*" // the last days
              + "|.*union all.* as part.*)");

  private static final int CALLS = 20;

  /** For reading, and one for writing. */
  private static final int CONNECTIONS = 5;

  @TempDir Path data;

  @Test
  @Requirement("HUB-62")
  void everyStatementOfEveryCallFindsItsRowsByAnIndex() throws SQLException {
    Set<String> statements = new ConcurrentSkipListSet<>();
    try (TestHub hub = new TestHub(data, (source, _) -> heard(source, statements::add))) {
      Tour.ALL.forEach(tour -> tour.go(hub));
    }
    List<String> whole = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data + "/hub.db")) {
      for (String sql : statements) {
        plan(connection, sql).stream()
            .filter(step -> isWhole(step, sql) && !FOR_ALL.matcher(sql).matches())
            .forEach(step -> whole.add(step + " : " + sql));
      }
    }
    assertTrue(statements.size() > 100);
    assertEquals(List.of(), whole);
  }

  @Test
  @Requirement("HUB-62")
  void eachConnectionPlansAStatementOnce() {
    Map<String, Integer> planned = new ConcurrentHashMap<>();
    Consumer<String> listener = sql -> planned.merge(sql, 1, Integer::sum);
    try (TestHub hub = new TestHub(data, (source, _) -> heard(source, listener))) {
      Caller requester = hub.requester();
      Caller worker = hub.worker();
      for (int i = 0; i < CALLS; i++) {
        requester.get("/jobs");
        String group = hub.publish(requester, TestHub.group(1, false, 1));
        hub.submit(worker, hub.accept(worker, group, "take" + i).id(), TestHub.WORDS);
      }
    }
    assertTrue(planned.size() > 20);
    planned.forEach((sql, times) -> assertTrue(times <= CONNECTIONS, times + " times " + sql));
  }

  private static boolean isWhole(String step, String sql) {
    Matcher scan = WHOLE.matcher(step);
    if (!scan.matches()) {
      return STATES.matcher(step).matches();
    }
    String table = "(" + GROWING + ")( as)?";
    String name = Pattern.quote(scan.group(1));
    return Pattern.compile(
            "(from|join|update|into) (" + table + " " + name + "\\b|" + name + "\\b)")
        .matcher(sql)
        .results()
        .anyMatch(found -> found.group().matches("\\w+ (" + GROWING + ")\\b.*"));
  }

  private static List<String> plan(Connection connection, String sql) throws SQLException {
    List<String> steps = new ArrayList<>();
    if (!sql.matches("(?si)\\s*(select|insert|update|delete|with) .*")) {
      return steps;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("explain query plan " + sql)) {
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
    }
    return steps;
  }

  private static DataSource heard(DataSource source, Consumer<String> listener) {
    return proxy(
        DataSource.class,
        (method, args) -> {
          Object result = method.invoke(source, args);
          return result instanceof Connection connection ? heard(connection, listener) : result;
        });
  }

  private static Connection heard(Connection connection, Consumer<String> listener) {
    return proxy(
        Connection.class,
        (method, args) -> {
          if (method.getName().equals("prepareStatement")) {
            listener.accept(((String) args[0]).strip());
          }
          return method.invoke(connection, args);
        });
  }

  private interface Call {
    Object on(Method method, Object[] args) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            QueryPlanTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> {
              try {
                return call.on(method, args);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            }));
  }
}
