package dev.hark.hub.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Copies of a SQLite database that is in use. */
public final class SqliteCopy {
  private static final int BUSY_MILLIS = 30_000;

  private SqliteCopy() {}

  /**
   * Writes a database as it is at one moment into a new file; hubs go on writing meanwhile.
   *
   * @throws StoreException where it cannot be read or written
   */
  public static void make(Path from, Path to) {
    try (Connection connection = open(from);
        PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
      copy.setString(1, to.toString());
      copy.execute();
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  /**
   * Whether a database is whole.
   *
   * @throws StoreException where it cannot be read at all
   */
  public static boolean isWhole(Path file) {
    try (Connection connection = open(file);
        Statement check = connection.createStatement();
        ResultSet row = check.executeQuery("pragma integrity_check")) {
      return row.next() && row.getString(1).equals("ok");
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  private static Connection open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    return config.createConnection("jdbc:sqlite:" + file);
  }
}
