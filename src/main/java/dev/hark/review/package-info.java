/** Reviews of requesters, and the ratings they add up to. Knows no network. */
@NullMarked
package dev.hark.review;

import org.jspecify.annotations.NullMarked;
