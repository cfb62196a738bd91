@NullMarked
package dev.hark.market.imports;

import org.jspecify.annotations.NullMarked;
