@NullMarked
package dev.hark.speech.listen;

import org.jspecify.annotations.NullMarked;
