/** The hub: a marketplace and review commons that serves the wire records over HTTP. */
@NullMarked
package dev.hark.hub;

import org.jspecify.annotations.NullMarked;
