/** Reaching a hub: one that is named, or the one of this computer, which is started here. */
@NullMarked
package dev.hark.cli.hub;

import org.jspecify.annotations.NullMarked;
