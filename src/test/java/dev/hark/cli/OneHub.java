package dev.hark.cli;

import dev.hark.cli.hub.Connection;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A hub that all tests of a class share, and an empty home for each. */
public abstract class OneHub {
  /** The home of whoever runs the hub. */
  @TempDir protected static Path hubHome;

  protected static Connection hub;

  /** A user's. */
  @TempDir protected Path home;

  @BeforeAll
  static void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
  }

  @AfterAll
  static void stopHub() {
    hub.close();
  }
}
