@NullMarked
package dev.hark.cli.bench.load;

import org.jspecify.annotations.NullMarked;
