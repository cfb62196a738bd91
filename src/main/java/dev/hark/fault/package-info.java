/**
 * What can go wrong and how it is said: faults, and sentences that a message bundle turns into
 * words.
 */
@NullMarked
package dev.hark.fault;

import org.jspecify.annotations.NullMarked;
