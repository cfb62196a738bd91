/** The client's own store: drafts, outbox, history and settings. */
@NullMarked
package dev.hark.journal;

import org.jspecify.annotations.NullMarked;
