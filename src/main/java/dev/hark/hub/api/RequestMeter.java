package dev.hark.hub.api;

import dev.hark.hub.metrics.Histogram;
import dev.hark.hub.metrics.Metrics;
import dev.hark.hub.store.Ids;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests by route and status, and gives each an id, by which a person who is told it finds
 * the request in the log.
 */
final class RequestMeter {
  static final String ID = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger(RequestMeter.class);
  private static final String ELSEWHERE = "other";
  private static final float SLOW_MILLIS = 2_000;

  private final Metrics metrics;
  private final Set<String> known;

  /**
   * @param base before each route's path
   */
  RequestMeter(Metrics metrics, String base, List<Route> routes) {
    this.metrics = metrics;
    this.known =
        routes.stream()
            .map(route -> named(route.method().name(), base + route.path()))
            .collect(Collectors.toSet());
  }

  /** Before all else is done with a request. */
  static void begin(Context context) {
    context.header(ID, Ids.next());
  }

  static String id(Context context) {
    String id = context.res().getHeader(ID);
    return id == null ? "-" : id;
  }

  /** After it was answered. */
  void end(Context context, float millis) {
    String method = context.method().name();
    String path = context.endpoint().path;
    boolean ours = known.contains(named(method, path));
    String route = ours ? path : ELSEWHERE;
    String status = Integer.toString(context.statusCode());
    metrics
        .counter(
            "hark_http_requests_total",
            "Requests that were answered, by route and status.",
            "method",
            ours ? method : ELSEWHERE,
            "route",
            route,
            "status",
            status)
        .add();
    metrics
        .histogram(
            "hark_http_request_seconds",
            "Time to answer a request, by route.",
            Histogram.SECONDS,
            "method",
            ours ? method : ELSEWHERE,
            "route",
            route)
        .add(millis / 1000);
    if (millis > SLOW_MILLIS) {
      LOG.info(
          "{} {} took {} ms, status {}, request {}", method, route, millis, status, id(context));
    }
  }

  private static String named(String method, String path) {
    return method + " " + path;
  }
}
