/** What speech costs: time to the first sample, time to silence, hours without a gap. */
@NullMarked
package dev.hark.cli.bench.speech;

import org.jspecify.annotations.NullMarked;
