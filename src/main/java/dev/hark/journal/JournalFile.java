package dev.hark.journal;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Opens a journal's file; a damaged one is moved aside, never deleted, and a new one begun. */
final class JournalFile {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path file;

  JournalFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * A database that is up to date.
   *
   * @param notice what the person must know
   */
  record Ready(JournalDatabase database, Optional<Sentence> notice) {}

  Ready open() {
    try {
      return Turn.take(file.resolveSibling(file.getFileName() + ".lock"), this::openAlone);
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("journal.unwritable", file.toString()), e);
    }
  }

  private Ready openAlone() throws IOException {
    try {
      return new Ready(database(), Optional.empty());
    } catch (Schema.NotAJournal e) {
      Path aside = moveAside();
      return begin(aside);
    }
  }

  private Ready begin(Path aside) throws IOException {
    try {
      JournalDatabase database = database();
      Salvage.Saved saved = new Salvage(aside, database).run();
      Sentence notice =
          saved.drafts() + saved.answers() == 0
              ? Sentence.of("journal.damaged", aside.toString())
              : Sentence.of("journal.salvaged", aside.toString(), saved.drafts(), saved.answers());
      return new Ready(database, Optional.of(notice));
    } catch (Schema.NotAJournal e) {
      throw new Fault.Storage(Sentence.of("journal.failed", file.toString()), e);
    }
  }

  /**
   * Opened and up to date. The file is made first where there is none, so that it is private from
   * its first byte; it is never opened in any other way, because closing it would drop the locks
   * that this process holds on it.
   */
  private JournalDatabase database() throws IOException, Schema.NotAJournal {
    if (Files.isDirectory(file)) {
      throw new Schema.NotAJournal("a folder");
    }
    OwnerOnly.file(file);
    JournalDatabase database = null;
    boolean ready = false;
    try {
      database = new JournalDatabase(file);
      Schema.prepare(database);
      ready = true;
      return database;
    } catch (SQLException e) {
      if (StorageFaults.isDamage(e)) {
        throw damage(e);
      }
      throw StorageFaults.of(e, file);
    } catch (Fault.Storage e) {
      if (e.getCause() instanceof SQLException cause && StorageFaults.isDamage(cause)) {
        throw damage(cause);
      }
      throw e;
    } finally {
      if (!ready && database != null) {
        database.close();
      }
    }
  }

  private static Schema.NotAJournal damage(SQLException cause) {
    Schema.NotAJournal damage = new Schema.NotAJournal("damaged");
    damage.initCause(cause);
    return damage;
  }

  private Path moveAside() throws IOException {
    String name = file.getFileName() + ".corrupt-" + STAMP.format(Instant.now());
    for (String part : new String[] {"-wal", "-shm", ""}) {
      Path from = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(from)) {
        Files.move(from, file.resolveSibling(name + part));
      }
    }
    return file.resolveSibling(name);
  }
}
