/** Real processes that are killed while they work. */
@NullMarked
package dev.hark.safety;

import org.jspecify.annotations.NullMarked;
