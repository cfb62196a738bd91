@NullMarked
package dev.hark.voice;

import org.jspecify.annotations.NullMarked;
