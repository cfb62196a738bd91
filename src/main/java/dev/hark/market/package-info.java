/** The worker's port to a marketplace; one sub-package per marketplace. */
@NullMarked
package dev.hark.market;

import org.jspecify.annotations.NullMarked;
