package dev.hark.safety;

import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.hub.store.Database;
import java.nio.file.Path;

/** A node on a shared database: its folder, the folder of media, and the database's URL. */
final class NodeMain {
  private NodeMain() {}

  public static void main(String[] args) throws Exception {
    HubConfig config =
        HubConfig.embedded(Path.of(args[0]), "Market of the crash tests", true)
            .withMedia(Path.of(args[1]))
            .withDatabase(Database.parse(args[2]));
    try (Hub hub = Hub.start(config)) {
      System.out.println("uri " + hub.uri());
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
