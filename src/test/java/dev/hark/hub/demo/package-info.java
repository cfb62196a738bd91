/** What a worker meets in the demo market. */
@NullMarked
package dev.hark.hub.demo;

import org.jspecify.annotations.NullMarked;
