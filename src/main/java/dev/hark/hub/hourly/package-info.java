/** What workers really earn an hour, kept up with every piece of work that ends. */
@NullMarked
package dev.hark.hub.hourly;

import org.jspecify.annotations.NullMarked;
