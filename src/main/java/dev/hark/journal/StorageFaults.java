package dev.hark.journal;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in a sentence what a database's error means for the person. */
final class StorageFaults {
  private StorageFaults() {}

  static Fault.Storage of(SQLException e, Path file) {
    String name = code(e).name();
    String key;
    if (name.equals("SQLITE_FULL") || name.equals("SQLITE_IOERR_SHMSIZE")) {
      key = "journal.disk-full";
    } else if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
      key = "journal.busy";
    } else if (isDamage(e)) {
      key = "journal.damaged-now";
    } else if (name.startsWith("SQLITE_READONLY")
        || name.startsWith("SQLITE_CANTOPEN")
        || name.startsWith("SQLITE_PERM")) {
      key = "journal.unwritable";
    } else {
      key = "journal.failed";
    }
    return new Fault.Storage(Sentence.of(key, file.toString()), e);
  }

  /** Whether the file is no journal, or one that is broken. */
  static boolean isDamage(SQLException e) {
    String name = code(e).name();
    return name.startsWith("SQLITE_CORRUPT")
        || name.equals("SQLITE_NOTADB")
        || name.equals("SQLITE_IOERR_SHORT_READ")
        || name.equals("SQLITE_FORMAT");
  }

  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? sqlite.getResultCode()
        : SQLiteErrorCode.getErrorCode(e.getErrorCode());
  }
}
