/**
 * The demo market: requesters, work, recordings, pictures and a year of history, made from files.
 */
@NullMarked
package dev.hark.hub.demo;

import org.jspecify.annotations.NullMarked;
