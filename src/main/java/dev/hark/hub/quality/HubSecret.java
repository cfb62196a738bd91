package dev.hark.hub.quality;

import dev.hark.hub.store.Ids;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A random text that all hubs on a database share. */
final class HubSecret {
  private static final int BYTES = 32;

  private HubSecret() {}

  /** The secret of a name, made when it is first asked for, within a write transaction. */
  static String of(Handle handle, String name) {
    return find(handle, name)
        .orElseGet(
            () -> {
              handle.execute(
                  "insert into hub_secret (name, value) values (?, ?) on conflict (name) do"
                      + " nothing",
                  name,
                  HexFormat.of().formatHex(Ids.random(BYTES)));
              return find(handle, name).orElseThrow();
            });
  }

  private static Optional<String> find(Handle handle, String name) {
    return handle
        .createQuery("select value from hub_secret where name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }
}
