package dev.hark.safety;

import dev.hark.fault.Fault;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.hub.store.Database;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A node on a shared database: its folder, the folder of media, and the database's URL. */
final class NodeMain {
  private NodeMain() {}

  public static void main(String[] args) throws Exception {
    HubConfig config =
        HubConfig.embedded(Path.of(args[0]), "Market of the crash tests", true)
            .withMedia(Path.of(args[1]))
            .withDatabase(Database.parse(args[2]));
    try (Hub hub = start(config)) {
      System.out.println("uri " + hub.uri());
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  /** Again where the database is just being killed, as whoever looks after a node does. */
  private static Hub start(HubConfig config) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(50);
    while (true) {
      try {
        return Hub.start(config);
      } catch (Fault.Storage down) {
        if (System.nanoTime() > giveUp) {
          throw down;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      }
    }
  }
}
