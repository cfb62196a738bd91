package dev.hark.hub.api;

import dev.hark.hub.HubConfig;
import dev.hark.hub.Services;
import dev.hark.wire.HealthJson;
import dev.hark.wire.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

/** The running HTTP interface. */
public final class Api implements AutoCloseable {
  private final Javalin javalin;

  private Api(Javalin javalin) {
    this.javalin = javalin;
  }

  @SuppressWarnings("UnusedVariable")
  public static Api serve(Services services, HubConfig config) {
    return new Api(
        Javalin.create(javalin -> setUp(javalin, config)).start(config.host(), config.port()));
  }

  private static void setUp(JavalinConfig javalin, HubConfig config) {
    javalin.startup.showJavalinBanner = false;
    javalin.startup.showOldJavalinVersionWarning = false;
    javalin.startup.startupWatcherEnabled = false;
    javalin.concurrency.useVirtualThreads = true;
    javalin.routes.get(
        "/api/v1/health",
        context ->
            context
                .contentType("application/json")
                .result(
                    Json.MAPPER.writeValueAsBytes(
                        new HealthJson("ok", "0.1.0", config.marketName(), config.demo()))));
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
