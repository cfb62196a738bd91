/** Fronts of a work session: lines, and single keys in a terminal. They only translate. */
@NullMarked
package dev.hark.cli.session;

import org.jspecify.annotations.NullMarked;
