@NullMarked
package dev.hark.speech.listen.sphinx;

import org.jspecify.annotations.NullMarked;
