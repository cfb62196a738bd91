/** Posts recordings: reads and cuts them, prices the pieces, sends them and makes the job. */
@NullMarked
package dev.hark.cli.recording;

import org.jspecify.annotations.NullMarked;
