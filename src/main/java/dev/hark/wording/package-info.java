/** Message bundles, and money, numbers, durations and dates in the words of a language. */
@NullMarked
package dev.hark.wording;

import org.jspecify.annotations.NullMarked;
