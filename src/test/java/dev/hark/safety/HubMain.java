package dev.hark.safety;

import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import java.nio.file.Path;

/** A hub in a process of its own; it says its address and runs until its input ends. */
final class HubMain {
  private HubMain() {}

  public static void main(String[] args) throws Exception {
    HubConfig config = HubConfig.embedded(Path.of(args[0]), "Market of the kill tests", true);
    try (Hub hub = Hub.start(config)) {
      System.out.println("uri " + hub.uri());
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
