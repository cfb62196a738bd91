/** Commands and session fronts, run as their users run them. */
@NullMarked
package dev.hark.cli;

import org.jspecify.annotations.NullMarked;
