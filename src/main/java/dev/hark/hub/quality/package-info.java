/** Gold that is mixed in, majorities, and what is known of workers from them. */
@NullMarked
package dev.hark.hub.quality;

import org.jspecify.annotations.NullMarked;
