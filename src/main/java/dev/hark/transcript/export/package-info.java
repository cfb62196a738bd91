/** The text of a recording in the forms that players, editors and scoring programs read. */
@NullMarked
package dev.hark.transcript.export;

import org.jspecify.annotations.NullMarked;
