package dev.hark.hub;

import java.nio.file.Path;

/** A process that starts a hub, asks it one thing that it refuses, and stops it. */
final class StartAndStop {
  private StartAndStop() {}

  public static void main(String[] args) {
    try (Hub hub = Hub.start(HubConfig.embedded(Path.of(args[0]), "Test market", true))) {
      TestHub.register(hub, "WORKER", "").get("/task-groups/none");
    }
  }
}
