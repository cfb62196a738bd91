/** The only place that writes to standard output and standard error: lines, JSON, or speech too. */
@NullMarked
package dev.hark.cli.output;

import org.jspecify.annotations.NullMarked;
