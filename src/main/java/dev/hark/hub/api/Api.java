package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.hub.HubConfig;
import dev.hark.hub.Services;
import dev.hark.hub.gate.Gate;
import dev.hark.hub.gate.Limits;
import dev.hark.hub.gate.Proxies;
import dev.hark.hub.gate.SlowHeaders;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.EndpointNotFound;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** The running HTTP interface. Whoever serves it closes it. */
public final class Api implements AutoCloseable {
  private static final String BASE = "/api/v1";

  /** When there are as many connections as there may be, silent ones make room sooner. */
  private static final Duration CROWDED_IDLE = Duration.ofSeconds(5);

  private final Javalin javalin;
  private final List<Route> routes;

  private Api(Javalin javalin, List<Route> routes) {
    this.javalin = javalin;
    this.routes = routes;
  }

  /**
   * Serves until it is closed.
   *
   * @throws Fault.Usage where the port is taken
   */
  public static Api serve(Services services, HubConfig config, Limits limits) {
    OperatingRoutes operating = new OperatingRoutes(services);
    List<Route> routes =
        Stream.of(
                new OpenRoutes(services, config).all(),
                operating.all(),
                new AccountRoutes(services).all(),
                new OperatorRoutes(services).all(),
                new WorkerRoutes(services).all(),
                new RequesterRoutes(services).all(),
                new PostedRoutes(services).all(),
                new JobRoutes(services).all(),
                new TextRoutes(services).all(),
                new DraftRoutes(services).all(),
                new QualityRoutes(services).all(),
                new ReviewRoutes(services).all(),
                new ImportRoutes(services).all(),
                new OverlayRoutes(services, config.overlays()).all(),
                new QualificationRoutes(services).all(),
                new LedgerRoutes(services).all(),
                new EventRoutes(services).all(),
                new WebhookRoutes(services).all())
            .flatMap(List::stream)
            .toList();
    Javalin javalin =
        Javalin.create(setUp -> setUp(setUp, services, operating, config, limits, routes));
    try {
      return new Api(javalin.start(config.host(), config.port()), routes);
    } catch (JavalinBindException e) {
      throw new Fault.Usage(Sentence.of("server.port", Integer.toString(config.port())));
    }
  }

  private static void setUp(
      JavalinConfig setUp,
      Services services,
      OperatingRoutes operating,
      HubConfig config,
      Limits limits,
      List<Route> routes) {
    setUp.startup.showJavalinBanner = false;
    setUp.startup.showOldJavalinVersionWarning = false;
    setUp.startup.startupWatcherEnabled = false;
    setUp.concurrency.useVirtualThreads = true;
    setUp.http.compressionStrategy = CompressionStrategy.NONE;
    setUp.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setIdleTimeout(limits.idle().toMillis());
        });
    setUp.jetty.modifyServer(server -> setUp(server, limits));
    RequestMeter meter = new RequestMeter(services.store().metrics(), BASE, routes);
    setUp.routes.before(RequestMeter::begin);
    setUp.requestLogger.http(meter::end);
    Gate gate = new Gate(limits, Proxies.of(config.proxies()), services.clock());
    Door door = new Door(gate, services.signIn(), services.failedSignIns(), limits);
    setUp.routes.before(door::enter);
    setUp.routes.addHttpHandler(
        HandlerType.GET, "/metrics", context -> operating.metrics(new Exchange(context, door)));
    for (Route route : routes) {
      Handler handler = context -> route.handler().accept(new Exchange(context, door));
      setUp.routes.addHttpHandler(route.method(), BASE + route.path(), handler);
      if (route.path().startsWith(OverlayRoutes.PREFIX)) {
        String plain = route.path().substring(OverlayRoutes.PREFIX.length());
        setUp.routes.addHttpHandler(route.method(), plain, handler);
        for (String path : List.of(plain, BASE + route.path())) {
          setUp.routes.addHttpHandler(HandlerType.OPTIONS, path, Api::allow);
        }
      }
    }
    // Each class by name: the server has answers of its own for its own exceptions.
    for (Class<? extends Exception> kind :
        List.of(Exception.class, HttpResponseException.class, EndpointNotFound.class)) {
      setUp.routes.exception(kind, (thrown, context) -> Problems.answer(context, thrown));
    }
  }

  /** What a browser asks before a page may send headers of its own. */
  private static void allow(Context context) {
    Exchange.allowAnyPage(context);
    context
        .header("Access-Control-Allow-Methods", "GET")
        .header("Access-Control-Allow-Headers", "*, Authorization")
        .header("Access-Control-Max-Age", "86400")
        .status(204);
  }

  private static void setUp(Server server, Limits limits) {
    server.setErrorHandler(new PlainErrors());
    NetworkConnectionLimit connections = new NetworkConnectionLimit(limits.connections(), server);
    connections.setEndPointIdleTimeout(CROWDED_IDLE.toMillis());
    server.addBean(connections);
    SlowHeaders slow = new SlowHeaders(limits, server.getScheduler());
    server.addBean(slow);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle starting) {
            for (Connector connector : server.getConnectors()) {
              connector.addBean(slow);
              if (connector instanceof AbstractConnector idling) {
                idling.setIdleTimeout(limits.idle().toMillis());
              }
            }
          }
        });
  }

  /** What is served, such as {@code GET /task-groups/{id}}. */
  public List<String> operations() {
    return routes.stream().map(route -> route.method() + " " + route.path()).toList();
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
