/** The embedded English engine. */
@NullMarked
package dev.hark.speech.freetts;

import org.jspecify.annotations.NullMarked;
