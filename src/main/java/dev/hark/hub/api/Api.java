package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.hub.HubConfig;
import dev.hark.hub.Services;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.router.EndpointNotFound;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.stream.Stream;

/** The running HTTP interface. Whoever serves it closes it. */
public final class Api implements AutoCloseable {
  private static final String BASE = "/api/v1";

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
  public static Api serve(Services services, HubConfig config) {
    List<Route> routes =
        Stream.of(
                new OpenRoutes(services, config).all(),
                new AccountRoutes(services).all(),
                new OperatorRoutes(services).all(),
                new WorkerRoutes(services).all(),
                new RequesterRoutes(services).all(),
                new QualityRoutes(services).all())
            .flatMap(List::stream)
            .toList();
    Javalin javalin = Javalin.create(setUp -> setUp(setUp, services, routes));
    try {
      return new Api(javalin.start(config.host(), config.port()), routes);
    } catch (JavalinBindException e) {
      throw new Fault.Usage(Sentence.of("server.port", Integer.toString(config.port())));
    }
  }

  private static void setUp(JavalinConfig setUp, Services services, List<Route> routes) {
    setUp.startup.showJavalinBanner = false;
    setUp.startup.showOldJavalinVersionWarning = false;
    setUp.startup.startupWatcherEnabled = false;
    setUp.concurrency.useVirtualThreads = true;
    setUp.http.compressionStrategy = CompressionStrategy.NONE;
    setUp.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    setUp.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
    for (Route route : routes) {
      setUp.routes.addHttpHandler(
          route.method(),
          BASE + route.path(),
          context -> route.handler().accept(new Exchange(context, services.signIn())));
    }
    // Each class by name: the server has answers of its own for its own exceptions.
    for (Class<? extends Exception> kind :
        List.of(Exception.class, HttpResponseException.class, EndpointNotFound.class)) {
      setUp.routes.exception(kind, (thrown, context) -> Problems.answer(context, thrown));
    }
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
