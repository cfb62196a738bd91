package dev.hark.journal;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The journal's tables, made by numbered steps ({@code 1.sql} and on) that are never edited once
 * they were in use.
 */
final class Schema {
  /** The number of the last step. */
  static final int VERSION = 2;

  /** "Hark": marks the file as a journal. */
  private static final int APPLICATION = 0x4861_726B;

  private Schema() {}

  /**
   * Brings a journal up to date, or makes an empty file one.
   *
   * @throws Fault.Storage where a newer Hark has written it
   * @throws NotAJournal where the file is damaged, or another program's
   */
  static void prepare(JournalDatabase database) throws SQLException, NotAJournal {
    int version = database.number("user_version");
    int application = database.number("application_id");
    if (application == 0 && version == 0 && database.number("schema_version") == 0) {
      upgrade(database);
      return;
    }
    if (application != APPLICATION || version < 1) {
      throw new NotAJournal("another program's file");
    }
    if (version > VERSION) {
      throw new Fault.Storage(Sentence.of("journal.newer", database.file().toString()), null);
    }
    String verdict = database.text("quick_check(1)");
    if (!verdict.equals("ok")) {
      throw new NotAJournal(verdict);
    }
    if (version < VERSION) {
      upgrade(database);
    }
  }

  private static void upgrade(JournalDatabase database) throws SQLException {
    database.together(
        open -> {
          // Another process may have done it while this one waited.
          for (int step = open.number("user_version") + 1; step <= VERSION; step++) {
            for (String statement : step(step).split(";\\s*\n", -1)) {
              if (!statement.isBlank()) {
                open.execute(statement);
              }
            }
            open.execute("PRAGMA user_version = " + step);
            open.execute("PRAGMA application_id = " + APPLICATION);
          }
          return true;
        });
  }

  private static String step(int number) {
    try (InputStream in =
        Objects.requireNonNull(Schema.class.getResourceAsStream(number + ".sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file is not one that this program can use. */
  static final class NotAJournal extends Exception {
    private static final long serialVersionUID = 1L;

    NotAJournal(String why) {
      super(why);
    }
  }
}
