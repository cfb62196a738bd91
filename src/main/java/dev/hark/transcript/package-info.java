/**
 * Transcripts by several people: how they differ, what they say together, and how sure that is. No
 * network, no files of a hub.
 */
@NullMarked
package dev.hark.transcript;

import org.jspecify.annotations.NullMarked;
