/** Decoding, playing and writing sound; one sub-package per backend. */
@NullMarked
package dev.hark.audio;

import org.jspecify.annotations.NullMarked;
