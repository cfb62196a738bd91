/** Benchmarks that measure whole processes, as their users wait for them. */
@NullMarked
package dev.hark.cli.bench;

import org.jspecify.annotations.NullMarked;
