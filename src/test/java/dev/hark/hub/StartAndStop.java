package dev.hark.hub;

import java.nio.file.Path;

/** A process that starts a hub, asks it one thing that it refuses, and stops it. */
final class StartAndStop {
  private StartAndStop() {}

  public static void main(String[] args) {
    try (TestHub hub = new TestHub(Path.of(args[0]))) {
      hub.worker().get("/task-groups/none");
    }
  }
}
