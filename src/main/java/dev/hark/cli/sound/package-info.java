/** Joins speech to the sound output, and both to who has the floor. */
@NullMarked
package dev.hark.cli.sound;

import org.jspecify.annotations.NullMarked;
