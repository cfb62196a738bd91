@NullMarked
package dev.hark.hub.job;

import org.jspecify.annotations.NullMarked;
