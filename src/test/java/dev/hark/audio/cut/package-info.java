@NullMarked
package dev.hark.audio.cut;

import org.jspecify.annotations.NullMarked;
