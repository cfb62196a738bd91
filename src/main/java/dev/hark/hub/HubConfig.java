package dev.hark.hub;

import dev.hark.hub.clock.SteadyClock;
import dev.hark.hub.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What a hub needs to know before it starts.
 *
 * @param dataDirectory where files and the log are kept; made, readable by its owner only, where it
 *     lacks
 * @param media where sounds and pictures are kept; the same for all hubs on one database
 * @param database where all is kept but files
 * @param host where to listen; anything but the loopback needs a proxy
 * @param port 0 for any free one
 * @param clock tells the hub the time; a {@link SteadyClock} is led by the database's, where it has
 *     one, else by the machine's
 * @param marketName what the market calls itself
 * @param demo whether nothing here is real money; requesters of a demo start with a deposit
 * @param proxies addresses or networks of the proxies that speak TLS for the hub
 * @param overlays whether anybody may read ratings in the shapes that old overlays know
 */
public record HubConfig(
    Path dataDirectory,
    Path media,
    Database database,
    String host,
    int port,
    Clock clock,
    String marketName,
    boolean demo,
    List<String> proxies,
    boolean overlays) {
  public static final String LOOPBACK = "127.0.0.1";

  public HubConfig {
    proxies = List.copyOf(proxies);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /** A hub on any free loopback port, with a steady clock. */
  public static HubConfig embedded(Path dataDirectory, String marketName, boolean demo) {
    return new HubConfig(
        dataDirectory,
        dataDirectory.resolve("media"),
        Database.in(dataDirectory),
        LOOPBACK,
        0,
        new SteadyClock(),
        marketName,
        demo,
        List.of(),
        true);
  }

  public HubConfig withClock(Clock other) {
    return new HubConfig(
        dataDirectory, media, database, host, port, other, marketName, demo, proxies, overlays);
  }

  public HubConfig withDatabase(Database other) {
    return new HubConfig(
        dataDirectory, media, other, host, port, clock, marketName, demo, proxies, overlays);
  }

  public HubConfig withMedia(Path other) {
    return new HubConfig(
        dataDirectory, other, database, host, port, clock, marketName, demo, proxies, overlays);
  }

  public HubConfig withHost(String other) {
    return new HubConfig(
        dataDirectory, media, database, other, port, clock, marketName, demo, proxies, overlays);
  }

  public HubConfig withPort(int other) {
    return new HubConfig(
        dataDirectory, media, database, host, other, clock, marketName, demo, proxies, overlays);
  }

  public HubConfig withProxies(List<String> other) {
    return new HubConfig(
        dataDirectory, media, database, host, port, clock, marketName, demo, other, overlays);
  }

  public HubConfig withOverlays(boolean other) {
    return new HubConfig(
        dataDirectory, media, database, host, port, clock, marketName, demo, proxies, other);
  }
}
