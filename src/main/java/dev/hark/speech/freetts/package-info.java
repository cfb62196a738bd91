/** The embedded English engine, and what makes text fit for it. */
@NullMarked
package dev.hark.speech.freetts;

import org.jspecify.annotations.NullMarked;
