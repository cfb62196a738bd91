/** Utterances, the speech queue and the ports to synthesisers. */
@NullMarked
package dev.hark.speech;

import org.jspecify.annotations.NullMarked;
