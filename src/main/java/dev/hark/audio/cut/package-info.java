/** Finds speech in a recording and cuts it at its pauses. */
@NullMarked
package dev.hark.audio.cut;

import org.jspecify.annotations.NullMarked;
