/**
 * What happened on the hub, told to those it concerns: an event is written in the transaction of
 * what it tells, numbered afterwards, and read by cursor, as a stream or through a webhook.
 */
@NullMarked
package dev.hark.hub.event;

import org.jspecify.annotations.NullMarked;
