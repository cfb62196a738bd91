/** Sources of ratings beside the market's own: who asks them, when, and what is known meanwhile. */
@NullMarked
package dev.hark.market.source;

import org.jspecify.annotations.NullMarked;
