package dev.hark.hub.event;

import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.account.WorkerNames;
import dev.hark.wire.EventJson;

/**
 * Who reads events.
 *
 * @param account hears of what concerns it, besides what everybody hears
 * @param all an operator, who hears everything
 */
public record Audience(String account, boolean all) {
  public static Audience of(Caller caller) {
    return new Audience(caller.id(), caller.role() == Role.OPERATOR);
  }

  /** The event as this reader may see it: requesters know workers by another id than their own. */
  EventJson sees(EventJson event, WorkerNames names) {
    String worker = event.workerId();
    return all || worker == null || worker.equals(account)
        ? event
        : event.by(names.shown(account, worker));
  }
}
