/** The hub's HTTP interface under /api/v1; it only translates between HTTP and the services. */
@NullMarked
package dev.hark.hub.api;

import org.jspecify.annotations.NullMarked;
