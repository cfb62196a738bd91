/** Tests of what is counted. */
@NullMarked
package dev.hark.hub.gate;

import org.jspecify.annotations.NullMarked;
