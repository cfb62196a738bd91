@NullMarked
package dev.hark.task;

import org.jspecify.annotations.NullMarked;
