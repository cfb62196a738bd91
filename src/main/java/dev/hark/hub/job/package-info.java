/**
 * Recordings that are written down by many: a job, its pieces, and the money that is set aside for
 * answers that it may still want.
 */
@NullMarked
package dev.hark.hub.job;

import org.jspecify.annotations.NullMarked;
