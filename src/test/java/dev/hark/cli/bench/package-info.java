@NullMarked
package dev.hark.cli.bench;

import org.jspecify.annotations.NullMarked;
