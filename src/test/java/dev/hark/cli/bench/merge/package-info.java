@NullMarked
package dev.hark.cli.bench.merge;

import org.jspecify.annotations.NullMarked;
