/** Tests of the session: what is heard, and what the market and the journal have afterwards. */
@NullMarked
package dev.hark.work;

import org.jspecify.annotations.NullMarked;
