/**
 * What {@code hark bench merge} measures: texts that a crowd's answers give, against references.
 */
@NullMarked
package dev.hark.cli.bench.merge;

import org.jspecify.annotations.NullMarked;
