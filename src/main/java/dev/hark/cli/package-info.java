/** The command line: it only translates between people and the packages below. */
@NullMarked
package dev.hark.cli;

import org.jspecify.annotations.NullMarked;
