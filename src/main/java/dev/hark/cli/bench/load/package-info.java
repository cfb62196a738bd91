/** Load on a hub, and the same load on its database alone. */
@NullMarked
package dev.hark.cli.bench.load;

import org.jspecify.annotations.NullMarked;
