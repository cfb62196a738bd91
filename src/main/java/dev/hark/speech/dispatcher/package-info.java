/** The voice of a person's own speech server, by the protocol SSIP. */
@NullMarked
package dev.hark.speech.dispatcher;

import org.jspecify.annotations.NullMarked;
