@org.jspecify.annotations.NullMarked
package dev.hark.market.source;
