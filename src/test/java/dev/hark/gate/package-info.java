/** Gates of the build: how the code is written, who may know whom, and what has a test. */
@NullMarked
package dev.hark.gate;

import org.jspecify.annotations.NullMarked;
