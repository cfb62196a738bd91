package dev.hark.cli.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.hub.HubBackup;
import dev.hark.hub.store.Database;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a hub keeps what.
 *
 * @param folder its own: the log, the operator's token
 * @param database may be shared with other hubs
 * @param media sounds and pictures; shared by all hubs on one database
 */
public record HubPlace(Path folder, Database database, Path media) {
  /**
   * What was copied.
   *
   * @param media how many sounds and pictures
   * @param bytes of all files
   */
  public record Copied(long media, long bytes) {}

  /**
   * Makes a backup, also while a hub runs there.
   *
   * @throws Fault.Usage where the database is none of SQLite, or the folder has something in it
   */
  public Copied backUp(Path into) {
    return copied(HubBackup.make(database, media, into));
  }

  /**
   * Puts a backup here.
   *
   * @throws Fault.Usage where there is a database here already, or it is to be none of SQLite
   * @throws Fault.BadFile where the backup is not complete or has changed
   */
  public Copied restore(Path from) {
    if (!(database instanceof Database.Sqlite(Path file))) {
      throw new Fault.Usage(Sentence.of("operate.backup-sqlite-only", database.name()));
    }
    return copied(HubBackup.restore(from, file, media));
  }

  private static Copied copied(HubBackup.Copied all) {
    return new Copied(all.media(), all.bytes());
  }

  /**
   * @param db a JDBC URL; a file in the folder where there is none
   * @param media a folder; one in the hub's own where there is none
   * @param password of the database, where its URL names none
   * @throws Fault.Usage where the URL is neither of SQLite nor of PostgreSQL
   */
  public static HubPlace of(
      Path folder, Optional<String> db, Optional<Path> media, Optional<String> password) {
    Database database = db.map(Database::parse).orElseGet(() -> Database.in(folder));
    return new HubPlace(
        folder, database.withPassword(password), media.orElseGet(() -> folder.resolve("media")));
  }
}
