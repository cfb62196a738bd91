/** Measures what is understood of spoken commands and of spoken answers, and how soon. */
@NullMarked
package dev.hark.cli.bench.voice;

import org.jspecify.annotations.NullMarked;
