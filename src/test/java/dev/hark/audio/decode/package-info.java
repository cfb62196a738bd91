@NullMarked
package dev.hark.audio.decode;

import org.jspecify.annotations.NullMarked;
