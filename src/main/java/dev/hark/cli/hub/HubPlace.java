package dev.hark.cli.hub;

import dev.hark.fault.Fault;
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
