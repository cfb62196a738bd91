package dev.hark.cli.bench.load;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A worker whose transactions go to the database without a hub. */
final class RawCycle implements Cycle {
  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

  private final Scripts scripts;
  private final RawConnections connections;
  private final Person worker;
  private final SplittableRandom random;
  private final String name;
  private int count;

  RawCycle(Scripts scripts, RawConnections connections, Person worker, int number) {
    this.scripts = scripts;
    this.connections = connections;
    this.worker = worker;
    this.random = new SplittableRandom(number);
    this.name = "r" + number + "-";
  }

  @Override
  public void run() throws SQLException {
    while (true) {
      Map<String, String> names = new HashMap<>();
      names.put("worker", worker.id());
      names.put("token", worker.hash());
      List<Map<String, Object>> page =
          Objects.requireNonNull(play(scripts.list(), names), "the list").longest();
      if (page.isEmpty()) {
        throw new SQLException("the market is empty");
      }
      names.put("group", (String) page.get(random.nextInt(page.size())).get("id"));
      names.put("key", name + count++);
      Played accepted = play(scripts.accept(), names);
      if (accepted == null) {
        continue;
      }
      names.put("assignment", accepted.freshest());
      if (play(scripts.submit(), names) == null) {
        throw new SQLException("an answer was not taken");
      }
      return;
    }
  }

  /** What was read and made on the way. */
  private record Played(List<List<Map<String, Object>>> results, List<String> fresh) {
    List<Map<String, Object>> longest() {
      return results.stream().reduce((a, b) -> a.size() >= b.size() ? a : b).orElse(List.of());
    }

    String freshest() {
      return fresh.getFirst();
    }
  }

  /** Null where a row was another worker's in the end: the transaction was undone. */
  private @Nullable Played play(Script script, Map<String, String> names) throws SQLException {
    Played played = new Played(new ArrayList<>(), new ArrayList<>());
    long now = System.currentTimeMillis();
    for (Script.Transaction transaction : script.transactions()) {
      RawConnections.Raw raw = connections.borrow(transaction.writing());
      boolean kept = false;
      try {
        raw.begin();
        for (Script.Statement statement : transaction.statements()) {
          if (!execute(raw, statement, names, now, played)) {
            return null;
          }
        }
        raw.commit();
        kept = true;
      } catch (Gone _) {
        return null;
      } finally {
        if (!kept) {
          raw.rollback();
        }
        connections.giveBack(raw, transaction.writing());
      }
    }
    return played;
  }

  /** What the tape read is not there this time: somebody else was quicker. */
  private static final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Gone() {
      super(null, null, false, false);
    }
  }

  private boolean execute(
      RawConnections.Raw raw,
      Script.Statement statement,
      Map<String, String> names,
      long now,
      Played played)
      throws SQLException {
    PreparedStatement prepared = raw.prepared(statement.sql());
    List<Map<String, Object>> rows = new ArrayList<>();
    int changed = 0;
    for (List<Script.Place> places : statement.rows()) {
      for (int i = 0; i < places.size(); i++) {
        prepared.setObject(i + 1, value(places.get(i), names, now, played));
      }
      if (statement.changed() < 0) {
        try (ResultSet set = prepared.executeQuery()) {
          int columns = set.getMetaData().getColumnCount();
          String[] labels = new String[columns];
          for (int i = 0; i < columns; i++) {
            labels[i] = set.getMetaData().getColumnLabel(i + 1);
          }
          while (set.next()) {
            Map<String, Object> row = new HashMap<>(columns * 2);
            for (int i = 0; i < columns; i++) {
              row.put(labels[i], set.getObject(i + 1));
            }
            rows.add(row);
          }
        }
      } else {
        changed += prepared.executeUpdate();
      }
    }
    played.results().add(rows);
    // A hold that ran out for the hub may have been there for the tape; more is no failure.
    return statement.changed() <= 0 || changed > 0;
  }

  private @Nullable Object value(
      Script.Place place, Map<String, String> names, long now, Played played) {
    return switch (place) {
      case Script.Place.Same(Object value) -> value;
      case Script.Place.Named(String of) -> names.get(of);
      case Script.Place.Time(long later) -> now + later;
      case Script.Place.Read(int statement, String column) -> {
        List<Map<String, Object>> rows = played.results().get(statement);
        if (rows.isEmpty()) {
          throw new Gone();
        }
        yield rows.getFirst().get(column);
      }
      case Script.Place.Fresh(int number) -> {
        while (played.fresh().size() <= number) {
          played.fresh().add(id());
        }
        yield played.fresh().get(number);
      }
    };
  }

  private String id() {
    StringBuilder id = new StringBuilder(12);
    for (int i = 0; i < 12; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  @Override
  public void close() {
    // The connections are for all.
  }
}
