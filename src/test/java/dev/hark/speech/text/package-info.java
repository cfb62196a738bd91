@NullMarked
package dev.hark.speech.text;

import org.jspecify.annotations.NullMarked;
