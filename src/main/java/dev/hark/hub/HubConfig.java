package dev.hark.hub;

import dev.hark.hub.store.Database;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a hub needs to know before it starts.
 *
 * @param dataDirectory where files and the log are kept; made, readable by its owner only, where it
 *     lacks
 * @param database where all is kept but files
 * @param host where to listen; only the loopback is accepted
 * @param port 0 for any free one
 * @param clock tells the hub the time
 * @param marketName what the market calls itself
 * @param demo whether nothing here is real money; requesters of a demo start with a deposit
 */
public record HubConfig(
    Path dataDirectory,
    Database database,
    String host,
    int port,
    Clock clock,
    String marketName,
    boolean demo) {
  public static final String LOOPBACK = "127.0.0.1";

  public HubConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /** A hub on any free loopback port, with the system's clock. */
  public static HubConfig embedded(Path dataDirectory, String marketName, boolean demo) {
    return new HubConfig(
        dataDirectory,
        Database.in(dataDirectory),
        LOOPBACK,
        0,
        Clock.systemUTC(),
        marketName,
        demo);
  }

  public HubConfig withClock(Clock other) {
    return new HubConfig(dataDirectory, database, host, port, other, marketName, demo);
  }

  public HubConfig withDatabase(Database other) {
    return new HubConfig(dataDirectory, other, host, port, clock, marketName, demo);
  }

  public HubConfig withHost(String other) {
    return new HubConfig(dataDirectory, database, other, port, clock, marketName, demo);
  }

  public HubConfig withPort(int other) {
    return new HubConfig(dataDirectory, database, host, other, clock, marketName, demo);
  }
}
