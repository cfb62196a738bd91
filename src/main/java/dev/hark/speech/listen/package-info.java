/** From speech to words: the port to recognisers, and what they share. */
@NullMarked
package dev.hark.speech.listen;

import org.jspecify.annotations.NullMarked;
