/** The launcher script, run for real on small installations made for each test. */
@NullMarked
package dev.hark.launcher;

import org.jspecify.annotations.NullMarked;
