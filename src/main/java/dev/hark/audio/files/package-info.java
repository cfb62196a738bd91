/** Sound written to numbered files, for machines without a device and for tests. */
@NullMarked
package dev.hark.audio.files;

import org.jspecify.annotations.NullMarked;
