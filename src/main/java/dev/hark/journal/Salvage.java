package dev.hark.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Saves what can still be read of a damaged journal. Works on a copy; the damaged files stay as
 * they are.
 */
final class Salvage {
  private static final int PAGE = 4096;
  private static final int PAGES_FIELD = 28;

  private final Path damaged;
  private final JournalDatabase fresh;

  Salvage(Path damaged, JournalDatabase fresh) {
    this.damaged = damaged;
    this.fresh = fresh;
  }

  /**
   * How much was saved.
   *
   * @param drafts of all markets
   * @param answers that were not sent yet
   */
  record Saved(int drafts, int answers) {}

  Saved run() {
    try {
      Path folder = Files.createTempDirectory("hark-salvage");
      try {
        return from(folder);
      } finally {
        empty(folder);
      }
    } catch (IOException e) {
      return new Saved(0, 0);
    }
  }

  private Saved from(Path folder) throws IOException {
    Path copy = folder.resolve("copy.db");
    Files.copy(damaged, copy);
    Path log = damaged.resolveSibling(damaged.getFileName() + "-wal");
    if (Files.exists(log)) {
      Files.copy(log, folder.resolve("copy.db-wal"));
    }
    Saved asItIs = read(copy);
    if (asItIs.drafts() + asItIs.answers() > 0) {
      return asItIs;
    }
    return withNewFirstPage(folder, copy);
  }

  /**
   * A file whose start was overwritten: the first page holds only what is the same in every journal
   * of this version, so a new journal's will do.
   */
  private Saved withNewFirstPage(Path folder, Path copy) throws IOException {
    long pages = Files.size(copy) / PAGE;
    if (pages < 2) {
      return new Saved(0, 0);
    }
    Path model = folder.resolve("model.db");
    try (JournalDatabase empty = new JournalDatabase(model)) {
      Schema.prepare(empty);
      empty.text("wal_checkpoint(TRUNCATE)");
    } catch (SQLException | Schema.NotAJournal e) {
      return new Saved(0, 0);
    }
    ByteBuffer page = ByteBuffer.allocate(PAGE);
    try (FileChannel from = FileChannel.open(model)) {
      from.read(page);
    }
    page.putInt(PAGES_FIELD, (int) pages).flip();
    try (FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      to.write(page, 0);
    }
    return read(copy);
  }

  private Saved read(Path copy) {
    try (JournalDatabase from = new JournalDatabase(copy)) {
      int drafts = table(from, "draft", 8, "");
      int answers = table(from, "outbox", 14, "WHERE state <> 'CONFIRMED'");
      table(from, "accepting", 3, "");
      table(from, "hidden_requester", 3, "");
      table(from, "setting", 2, "");
      table(from, "told", 4, "");
      table(from, "catching", 3, "");
      table(from, "caught", 4, "");
      return new Saved(drafts, answers);
    } catch (SQLException e) {
      return new Saved(0, 0);
    }
  }

  /** From the start to the first broken row, and from the end back to the last broken one. */
  private int table(JournalDatabase from, String table, int columns, String where) {
    String into = "INSERT OR IGNORE INTO " + table + " VALUES (" + "?, ".repeat(columns - 1) + "?)";
    int saved = 0;
    for (String order : List.of("ASC", "DESC")) {
      String sql = "SELECT * FROM " + table + " NOT INDEXED " + where + " ORDER BY rowid " + order;
      int[] count = {0};
      try {
        from.list(
            sql,
            row -> {
              count[0] += fresh.update(into, values(row, columns));
              return true;
            });
      } catch (SQLException e) {
        saved += count[0];
        continue;
      }
      saved += count[0];
      break;
    }
    return saved;
  }

  private static Object[] values(ResultSet row, int columns) throws SQLException {
    Object[] values = new Object[columns];
    for (int i = 0; i < columns; i++) {
      values[i] = row.getObject(i + 1);
    }
    return values;
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
