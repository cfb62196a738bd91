/** Sound that nobody hears. */
@NullMarked
package dev.hark.audio.none;

import org.jspecify.annotations.NullMarked;
