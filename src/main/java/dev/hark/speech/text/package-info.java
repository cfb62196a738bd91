/** Text put into words that an engine can say, in spans that are each of one language. */
@NullMarked
package dev.hark.speech.text;

import org.jspecify.annotations.NullMarked;
