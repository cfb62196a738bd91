/**
 * A work session as a state machine: actions in, events out. Knows no screen, key or microphone.
 */
@NullMarked
package dev.hark.work;

import org.jspecify.annotations.NullMarked;
