/** Filter files, their expression, and verdicts with a reason that can be spoken. */
@NullMarked
package dev.hark.filter;

import org.jspecify.annotations.NullMarked;
