/** PocketSphinx, as a process. */
@NullMarked
package dev.hark.speech.listen.pocketsphinx;

import org.jspecify.annotations.NullMarked;
