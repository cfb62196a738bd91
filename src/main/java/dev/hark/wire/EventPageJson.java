package dev.hark.wire;

import java.util.List;

/**
 * What happened after a cursor.
 *
 * @param items in order, perhaps none
 * @param next where to read on; always there
 * @param more whether there is more to read already
 */
public record EventPageJson(List<EventJson> items, String next, boolean more) {}
