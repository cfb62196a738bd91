/**
 * The merged pieces of a recording as one text: what two of them share stands there once, each word
 * has its time, and where the text is unsure is known.
 */
@NullMarked
package dev.hark.transcript.join;

import org.jspecify.annotations.NullMarked;
