package dev.hark.hub.gate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which a request's headers trickle in: the server's own time-out knows only
 * of silence, and a byte now and then is none.
 */
public final class SlowHeaders extends AbstractLifeCycle implements Connection.Listener {
  private static final int LOOKS = 4;

  private final Map<Connection, Watched> open = new ConcurrentHashMap<>();
  private final Scheduler scheduler;
  private final long limitNanos;
  private volatile boolean stopped;

  /**
   * @param scheduler runs the looks; its owner stops it
   */
  public SlowHeaders(Limits limits, Scheduler scheduler) {
    this.scheduler = scheduler;
    this.limitNanos = limits.headers().toNanos();
  }

  /** What was seen of a connection; touched by one look at a time. */
  private static final class Watched {
    long messages;
    long bytes;
    long begunNanos;
    boolean begun;
  }

  @Override
  protected void doStart() {
    stopped = false;
    next();
  }

  @Override
  protected void doStop() {
    stopped = true;
    open.clear();
  }

  private void next() {
    if (!stopped) {
      scheduler.schedule(this::look, limitNanos / LOOKS, TimeUnit.NANOSECONDS);
    }
  }

  private void look() {
    open.forEach(this::look);
    next();
  }

  private void look(Connection connection, Watched watched) {
    long messages = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    long now = System.nanoTime();
    if (messages != watched.messages || messages > connection.getMessagesOut()) {
      watched.messages = messages;
      watched.bytes = bytes;
      watched.begun = false;
    } else if (bytes > watched.bytes && !watched.begun) {
      watched.begun = true;
      watched.begunNanos = now;
    } else if (watched.begun && now - watched.begunNanos > limitNanos) {
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Watched());
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }
}
