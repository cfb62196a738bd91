package dev.hark.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Sends what the hub and its libraries log to {@code hub.log} in the data directory, and nothing to
 * the terminal. What is logged names no person, token or answer.
 */
final class HubLog implements AutoCloseable {
  private static final int FILE_BYTES = 5_000_000;
  private static final List<String> LIBRARIES =
      List.of("io.javalin", "org.eclipse.jetty", "org.flywaydb", "com.zaxxer.hikari", "org.jdbi");

  private final List<Logger> loggers = new ArrayList<>();
  private final Handler handler;

  private HubLog(Handler handler) {
    this.handler = handler;
    take("dev.hark.hub", Level.INFO);
    LIBRARIES.forEach(name -> take(name, Level.WARNING));
  }

  static HubLog open(Path directory) throws IOException {
    Handler handler = new FileHandler(directory.resolve("hub.log").toString(), FILE_BYTES, 1, true);
    handler.setFormatter(new SimpleFormatter());
    handler.setLevel(Level.ALL);
    return new HubLog(handler);
  }

  private void take(String name, Level level) {
    // The reference is kept, or a collected logger forgets what it was told.
    Logger logger = Logger.getLogger(name);
    logger.setUseParentHandlers(false);
    logger.setLevel(level);
    logger.addHandler(handler);
    loggers.add(logger);
  }

  @Override
  public void close() {
    loggers.forEach(logger -> logger.removeHandler(handler));
    handler.close();
  }
}
