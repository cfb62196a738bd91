package dev.hark.hub.event;

import dev.hark.hub.account.WorkerNames;
import dev.hark.hub.store.Store;
import java.time.Clock;

/** What a hub does with events. Whoever starts it closes it. */
public final class EventServices implements AutoCloseable {
  private final EventLog log;
  private final EventWatch watch;
  private final Webhooks webhooks;
  private final Courier courier;

  /**
   * @param names how workers appear to requesters
   * @param loopback whether the hub is on a loopback, and so may call webhooks there
   */
  public EventServices(Store store, Clock clock, WorkerNames names, boolean loopback) {
    Deliveries deliveries = new Deliveries(store, clock);
    Reach reach = new Reach(loopback);
    this.log = new EventLog(store, clock, names);
    this.watch = new EventWatch(log);
    this.webhooks = new Webhooks(store, clock, log, deliveries, reach);
    this.courier = new Courier(deliveries, reach);
  }

  /** Numbers events and reads them. */
  public EventLog log() {
    return log;
  }

  /** Wakes those who wait for events. */
  public EventWatch watch() {
    return watch;
  }

  /** Where requesters are called. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Begins to look for events, and to call webhooks. */
  public void start() {
    watch.start();
    courier.start();
  }

  @Override
  public void close() {
    watch.close();
    courier.close();
  }
}
