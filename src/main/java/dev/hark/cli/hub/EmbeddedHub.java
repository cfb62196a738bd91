package dev.hark.cli.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.hub.demo.DemoMarket;
import dev.hark.hub.work.KnownAnswers;
import dev.hark.task.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A hub inside this process, with the demo market. Several processes may each run one on the same
 * data. Whoever starts it closes it.
 */
public final class EmbeddedHub implements AutoCloseable {
  private static final String MARKET = "Hark demo market";

  private final Hub hub;
  private final HubNote note;
  private final Clock clock;

  private EmbeddedHub(Hub hub, HubNote note, Clock clock) {
    this.hub = hub;
    this.note = note;
    this.clock = clock;
  }

  /**
   * Starts, and makes the demo market on first use. Other runs of {@code hark} find it until it is
   * closed.
   *
   * @param folder the hub's data
   * @param progress told where this takes a while
   */
  public static EmbeddedHub start(Path folder, Consumer<Sentence> progress) {
    return start(HubConfig.embedded(folder, MARKET, true), progress);
  }

  /**
   * The same with a port, and without a demo market where the configuration is for no demo.
   *
   * @throws Fault.Usage where the port is taken
   */
  public static EmbeddedHub start(HubConfig config, Consumer<Sentence> progress) {
    Hub hub = Hub.start(config);
    boolean ready = false;
    try {
      if (config.demo()) {
        DemoMarket.fill(hub.services(), config.clock(), progress);
      }
      HubNote note = new HubNote(config.dataDirectory());
      note.write(hub.uri().toString());
      ready = true;
      return new EmbeddedHub(hub, note, config.clock());
    } finally {
      if (!ready) {
        hub.close();
      }
    }
  }

  /** A configuration for a hub that runs alone. */
  public static HubConfig alone(HubPlace place, Listening listening, boolean demo) {
    HubConfig config =
        HubConfig.embedded(place.folder(), demo ? MARKET : "Hark market", demo)
            .withDatabase(place.database())
            .withMedia(place.media())
            .withPort(listening.port())
            .withProxies(listening.proxies())
            .withOverlays(listening.overlays());
    return listening.host().map(config::withHost).orElse(config);
  }

  /**
   * Adds plain open task groups, for measuring a large market.
   *
   * @param groups how many
   */
  public void enlarge(int groups) {
    DemoMarket.many(hub.services(), clock, groups);
  }

  public String address() {
    return hub.uri().toString();
  }

  /** The known answer to the task of an assignment; empty where there is none. */
  Optional<Answer> known(String assignmentId) {
    return new KnownAnswers(hub.services().store()).of(assignmentId);
  }

  @Override
  public void close() {
    note.remove();
    hub.close();
  }
}
