package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.hub.HubPlace;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a hub keeps what, for the commands that are about its files. */
final class HubPlaceOptions {
  @Option(names = "--data", paramLabel = "DIR", description = "cli.option.data")
  private @Nullable Path data;

  @Option(names = "--db", paramLabel = "URL", description = "cli.option.db")
  private @Nullable String db;

  @Option(names = "--media", paramLabel = "DIR", description = "cli.option.media")
  private @Nullable Path media;

  /** The folder that was named, or that of this user's own hub. */
  Path folder(Context context) {
    return data == null ? Connection.hubFolder(context.folders()) : data;
  }

  boolean namesFolder() {
    return data != null;
  }

  /** Whether it is this user's own hub, as none of its places was named. */
  boolean isOwn() {
    return data == null && db == null && media == null;
  }

  /**
   * The place.
   *
   * @param password of the database, where its URL names none
   */
  HubPlace place(Context context, Optional<String> password) {
    return HubPlace.of(
        folder(context), Optional.ofNullable(db), Optional.ofNullable(media), password);
  }
}
