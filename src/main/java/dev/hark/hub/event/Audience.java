package dev.hark.hub.event;

import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;

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
}
