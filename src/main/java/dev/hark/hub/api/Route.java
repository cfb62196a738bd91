package dev.hark.hub.api;

import io.javalin.http.HandlerType;
import java.util.function.Consumer;

/**
 * One operation of the interface.
 *
 * @param method of HTTP
 * @param path below {@code /api/v1}, with parameters in braces
 * @param handler answers it
 */
record Route(HandlerType method, String path, Consumer<Exchange> handler) {
  static Route get(String path, Consumer<Exchange> handler) {
    return new Route(HandlerType.GET, path, handler);
  }

  static Route post(String path, Consumer<Exchange> handler) {
    return new Route(HandlerType.POST, path, handler);
  }

  static Route put(String path, Consumer<Exchange> handler) {
    return new Route(HandlerType.PUT, path, handler);
  }

  static Route patch(String path, Consumer<Exchange> handler) {
    return new Route(HandlerType.PATCH, path, handler);
  }

  static Route delete(String path, Consumer<Exchange> handler) {
    return new Route(HandlerType.DELETE, path, handler);
  }
}
