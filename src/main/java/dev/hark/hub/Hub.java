package dev.hark.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.hub.account.Accounts;
import dev.hark.hub.account.Role;
import dev.hark.hub.api.Api;
import dev.hark.hub.gate.Limits;
import dev.hark.hub.gate.LimitsFile;
import dev.hark.hub.gate.Proxies;
import dev.hark.hub.hourly.Recount;
import dev.hark.hub.job.LanguageModels;
import dev.hark.hub.job.TextKeeper;
import dev.hark.hub.store.Store;
import dev.hark.hub.store.StoreException;
import dev.hark.hub.store.Tap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * A running hub. It keeps no state but what is in its data directory, so that several hubs may
 * serve one directory. Whoever starts it closes it.
 */
public final class Hub implements AutoCloseable {
  private final Services services;
  private final HubLog log;
  private final Api api;
  private final TimeKeeper time;
  private final TextKeeper texts;
  private final URI uri;

  private Hub(Services services, HubLog log, Api api, TimeKeeper time, TextKeeper texts, URI uri) {
    this.services = services;
    this.log = log;
    this.api = api;
    this.time = time;
    this.texts = texts;
    this.uri = uri;
  }

  /**
   * Opens the data directory and serves it. At the first start, writes a token of the operator to
   * {@code operator.token}. Requests are answered once this returns.
   *
   * @throws Fault.Usage where the host is not the loopback and no proxy is stated, or the port is
   *     taken
   * @throws Fault.BadFile where the operator's limits cannot be understood
   * @throws Fault.Storage where the data directory or the database cannot be used, or was made by a
   *     newer Hark
   */
  public static Hub start(HubConfig config) {
    return start(config, Tap.NONE);
  }

  /** The same with something that listens to the database. */
  public static Hub start(HubConfig config, Tap tap) {
    if (Proxies.of(config.proxies()).none()) {
      requireLoopback(config.host());
    }
    DataDirectory directory = DataDirectory.open(config.dataDirectory());
    HubLog log = log(directory);
    Store store = null;
    try {
      store =
          directory.alone(
              () -> {
                Store opened = Store.open(config.database(), tap);
                try {
                  TimeKeeper.begin(config.clock(), opened);
                  Accounts accounts = new Accounts(opened, config.clock());
                  keepOperator(directory, accounts, config.marketName());
                  return opened;
                } catch (RuntimeException e) {
                  opened.close();
                  throw e;
                }
              });
      Limits limits = LimitsFile.read(directory.path());
      Services services =
          Services.on(
              store,
              config.media(),
              config.clock(),
              limits,
              LanguageModels.read(directory.path()),
              // Behind a proxy, strangers come here: they must not reach this computer's insides.
              config.proxies().isEmpty());
      services.media().sweep();
      services.attachments().sweepFiles();
      services.ratings().catchUp();
      new Recount(store).catchUp();
      Api api = Api.serve(services, config, limits);
      services.events().start();
      String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
      TimeKeeper time = TimeKeeper.start(config.clock(), store);
      return new Hub(
          services,
          log,
          api,
          time,
          services.texts().keep(),
          URI.create("http://" + host + ":" + api.port() + "/"));
    } catch (RuntimeException e) {
      if (store != null) {
        store.close();
      }
      log.close();
      throw e instanceof StoreException
          ? new Fault.Storage(Sentence.of("server.store", config.database().name()), e)
          : e;
    }
  }

  /** Where it listens, such as {@code http://127.0.0.1:8080/}. */
  public URI uri() {
    return uri;
  }

  /** What it can do, without HTTP. */
  public Services services() {
    return services;
  }

  /** What it serves below {@code /api/v1}, such as {@code GET /task-groups/{id}}. */
  public List<String> operations() {
    return api.operations();
  }

  /** Ends running requests and closes the data directory; does nothing the second time. */
  @Override
  public void close() {
    services.events().close();
    api.close();
    time.close();
    texts.close();
    services.failedSignIns().close();
    services.store().close();
    log.close();
  }

  private static void keepOperator(DataDirectory directory, Accounts accounts, String marketName) {
    String operator = accounts.operator(marketName);
    Optional<String> kept = directory.operatorToken();
    if (kept.isEmpty() || !accounts.holds(kept.get(), operator)) {
      directory.keepOperatorToken(accounts.issue(operator, Role.OPERATOR));
    }
  }

  private static void requireLoopback(String host) {
    boolean loopback;
    try {
      loopback = !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      loopback = false;
    }
    if (!loopback) {
      throw new Fault.Usage(Sentence.of("server.public", host));
    }
  }

  private static HubLog log(DataDirectory directory) {
    try {
      return HubLog.open(directory.path());
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("server.directory", directory.path().toString()), e);
    }
  }
}
