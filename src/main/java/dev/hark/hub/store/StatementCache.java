package dev.hark.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of one connection, which for SQLite means not to plan each query
 * anew. The driver of PostgreSQL does the same by itself. For one thread.
 */
final class StatementCache extends DefaultStatementBuilder {
  private static final int MOST = 256;

  /** Those that nobody uses now, the longest unused first. */
  private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>();

  /** Those in use, by what was prepared: what Jdbi closes them with has the names of parameters. */
  private final IdentityHashMap<Statement, String> used = new IdentityHashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    PreparedStatement statement = kept != null ? kept : super.create(connection, sql, context);
    used.put(statement, sql);
    return statement;
  }

  @Override
  public void close(Connection connection, String named, Statement statement) throws SQLException {
    String sql = used.remove(statement);
    if (sql == null
        || !(statement instanceof PreparedStatement prepared)
        || idle.containsKey(sql)) {
      statement.close();
      return;
    }
    prepared.clearBatch();
    prepared.clearParameters();
    idle.put(sql, prepared);
    if (idle.size() > MOST) {
      Map.Entry<String, PreparedStatement> oldest = idle.firstEntry();
      idle.remove(oldest.getKey());
      oldest.getValue().close();
    }
  }

  @Override
  public void close(Connection connection) {
    idle.clear();
    used.clear();
  }
}
