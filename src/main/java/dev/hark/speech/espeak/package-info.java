/** eSpeak NG, as a process, where it is installed. */
@NullMarked
package dev.hark.speech.espeak;

import org.jspecify.annotations.NullMarked;
