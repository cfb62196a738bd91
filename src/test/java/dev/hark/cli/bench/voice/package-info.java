@NullMarked
package dev.hark.cli.bench.voice;

import org.jspecify.annotations.NullMarked;
