/** What a task pays per hour, as a range from real times, and the floors it is held against. */
@NullMarked
package dev.hark.pay;

import org.jspecify.annotations.NullMarked;
