/** Vosk, with a model that the user keeps in a folder. */
@NullMarked
package dev.hark.speech.listen.vosk;

import org.jspecify.annotations.NullMarked;
