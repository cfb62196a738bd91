/** Who may come in, how often and how slowly: limits on requests, bodies and connections. */
@NullMarked
package dev.hark.hub.gate;

import org.jspecify.annotations.NullMarked;
