/** Figures of a running hub, as text that Prometheus reads. */
@NullMarked
package dev.hark.hub.metrics;

import org.jspecify.annotations.NullMarked;
