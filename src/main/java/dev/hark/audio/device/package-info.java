/** The machine's sound device. */
@NullMarked
package dev.hark.audio.device;

import org.jspecify.annotations.NullMarked;
