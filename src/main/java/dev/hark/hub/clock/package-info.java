/** The time that a hub judges by, which goes on evenly whatever is done to the machine's clock. */
@NullMarked
package dev.hark.hub.clock;

import org.jspecify.annotations.NullMarked;
