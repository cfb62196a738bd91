/** Sphinx4, inside this process, with the English model that comes with it. */
@NullMarked
package dev.hark.speech.listen.sphinx;

import org.jspecify.annotations.NullMarked;
