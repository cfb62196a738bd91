/** The commands, one class each. */
@NullMarked
package dev.hark.cli.command;

import org.jspecify.annotations.NullMarked;
