@NullMarked
package dev.hark.market.hub;

import org.jspecify.annotations.NullMarked;
