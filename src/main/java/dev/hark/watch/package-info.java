/**
 * Watching a market: which groups fit by which filters, what is told of them and when, and catching
 * them. Knows no screen, sound or command line.
 */
@NullMarked
package dev.hark.watch;

import org.jspecify.annotations.NullMarked;
