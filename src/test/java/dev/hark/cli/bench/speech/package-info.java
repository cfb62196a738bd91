@NullMarked
package dev.hark.cli.bench.speech;

import org.jspecify.annotations.NullMarked;
