/** The engine of last resort. */
@NullMarked
package dev.hark.speech.silent;

import org.jspecify.annotations.NullMarked;
