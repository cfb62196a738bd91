/** Files of reviews that were written on other sites, read row by row. */
@NullMarked
package dev.hark.market.imports;

import org.jspecify.annotations.NullMarked;
