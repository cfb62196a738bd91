/** What may reach the terminal. */
@NullMarked
package dev.hark.cli.output;

import org.jspecify.annotations.NullMarked;
