@NullMarked
package dev.hark.speech.listen.vosk;

import org.jspecify.annotations.NullMarked;
