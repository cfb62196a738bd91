/** Sounds and pictures of questions, as files with a checksum. */
@NullMarked
package dev.hark.hub.media;

import org.jspecify.annotations.NullMarked;
