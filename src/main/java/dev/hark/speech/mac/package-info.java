/** The voices of macOS, by its program {@code say}. */
@NullMarked
package dev.hark.speech.mac;

import org.jspecify.annotations.NullMarked;
