@NullMarked
package dev.hark.journal;

import org.jspecify.annotations.NullMarked;
